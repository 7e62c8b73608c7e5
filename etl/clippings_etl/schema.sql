-- The clippings database. Needs SQLite 3.34 or newer to read, and no extension.
-- Every table and every column is described by the comment behind or above it; `clippings metadata`
-- turns these comments into the descriptions that Datasette shows.

-- Languages of the articles, with what a page needs to know to show them.
create table languages (
  code text primary key,              -- ISO 639 code, as used in HTML `lang`
  name text not null,                 -- Name in English
  native_name text not null,          -- Name in the language itself
  direction text not null             -- Writing direction: `ltr` or `rtl`
);

-- One row per article: the cleaned text and what could be read out of it.
create table articles (
  id integer primary key,             -- Number in this database; never given to another article
  title text not null,                -- Headline; for want of one, the opening words of the text
  published text,                     -- Date in ISO 8601, as precise as the source gives it (`2024`, `2024-04-22T14:33`)
  published_text text,                -- Date as written in the source
  byline text,                        -- Author or authors as written
  publisher text,                     -- Newspaper, agency or office that the source names
  language text references languages(code), -- Language of the article
  word_count integer not null,        -- Words in title and text; in scripts without spaces, characters
  text text not null,                 -- Cleaned text below the headline
  url text,                           -- Web address, where the source gives one
  photo_credit text,                  -- Photographer or agency of the picture
  page_count integer,                 -- Pages of the listing or article that the source was split into
  title_source text not null,         -- Where the title comes from: `headline`, `metadata` (of page or record), `opening` (first words) or `source` (file name)
  source text not null,               -- Where the document was found: folder and file name
  key text not null,                  -- Lasting key made from the source; links that use it survive every rebuild
  site text not null,                 -- Host of the web address; for want of one, the folder or file that the document lies in
  format text not null,               -- What the original is: `text`, `html` …
  encoding text not null,             -- Character encoding that the original was read with
  sha256 text not null,               -- SHA-256 of the original bytes, hexadecimal
  duplicate_of integer references articles(id), -- First of the articles that are nearly the same; null for the first itself
  similarity real                     -- How like that article it is: share of five-word sequences in common, from 0.8 to 1
);
create unique index articles_source on articles(source);
create unique index articles_key on articles(key);
create index articles_published on articles(published);
create index articles_language on articles(language);
create index articles_site on articles(site);
create index articles_duplicate_of on articles(duplicate_of) where duplicate_of is not null;

-- The original bytes of each article, compressed with zlib.
create table originals (
  article_id integer primary key references articles(id), -- Article
  size integer not null,              -- Bytes before compression
  data blob not null                  -- The bytes, compressed (zlib)
);

-- The cleaning rules that this database was made with.
create table rules (
  id text primary key,                -- Rule, for example `pagination.list`
  family text not null,               -- Family of rules it belongs to
  version integer not null,           -- Version of the rule
  languages text not null,            -- Languages whose words it knows, separated by spaces; `*` for any
  description text not null           -- What it removes
);

-- Lines removed as boilerplate, each with its place and its rule: nothing is lost.
create table removed_lines (
  id integer primary key,             -- Number of the line
  article_id integer not null references articles(id), -- Article it was removed from
  start integer not null,             -- Offset in the decoded original, in characters
  end integer not null,               -- Offset behind its last character
  text text not null,                 -- The line as it stood
  rule text not null references rules(id), -- Rule that removed it
  reason text,                        -- Why, where the rule's description doesn't say it all: a score, a count of pages
  position integer not null           -- Offset in the article's text at which it stood
);
create index removed_lines_article on removed_lines(article_id);
create index removed_lines_rule on removed_lines(rule, article_id);

-- How much cleaning took out of each article, as it was built. Shares are of characters: of the removed lines
-- in removed and kept lines together. What a web page holds beside its main content is counted in neither.
create table article_cleaning (
  article_id integer primary key references articles(id), -- Article
  site text not null,                 -- Site that it comes from
  removed_lines integer not null,     -- Lines removed
  removed_characters integer not null, -- Characters in them
  kept_characters integer not null,   -- Characters kept, in headline and text
  removed_share real not null         -- Removed characters in all of them, from 0 to 1
);
create index article_cleaning_site on article_cleaning(site, removed_share);

-- Cleaning by site, as it was built: how much was removed, from how many articles, and what could be read out of them.
create table cleaning_by_site (
  site text primary key,              -- Host of the web address; for want of one, the folder or file
  articles integer not null,          -- Articles
  removed_lines integer not null,     -- Lines removed
  removed_characters integer not null, -- Characters in them
  kept_characters integer not null,   -- Characters kept
  removed_share real not null,        -- Removed characters in all of them, from 0 to 1
  median_share real not null,         -- Median of its articles' removed shares
  deviation real not null,            -- Median of the distances from that median: how much the articles differ
  nothing_removed integer not null,   -- Articles from which nothing was removed
  emptied integer not null,           -- Articles of which most was removed and fewer than 200 characters are left
  without_date integer not null,      -- Articles without a date
  without_byline integer not null,    -- Articles without a byline
  duplicates integer not null         -- Articles that repeat another
);

-- What each rule removed from each site, as it was built.
create table cleaning_by_site_and_rule (
  site text not null,                 -- Site
  rule text not null references rules(id), -- Rule
  removed_lines integer not null,     -- Lines it removed there
  removed_characters integer not null, -- Characters in them
  articles integer not null,          -- Articles it removed them from
  primary key (site, rule)
) without rowid;
create index cleaning_by_site_and_rule_rule on cleaning_by_site_and_rule(rule, removed_lines, removed_characters, articles);

-- Articles whose cleaning is worth a look. `emptied`: more was removed than kept, and fewer than 200 characters are
-- left. Of sites with five or more articles also `nothing removed`, where three in four articles lose lines and half
-- of them lose 5 % or more; and `more removed` and `less removed`, where the removed share lies beyond a score of 3.5
-- (the modified z-score of Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993).
create table cleaning_outliers (
  article_id integer primary key references articles(id), -- Article
  site text not null,                 -- Site that it comes from
  kind text not null,                 -- Why it is listed: `emptied`, `nothing removed`, `more removed` or `less removed`
  removed_share real not null,        -- Removed characters in all of its characters, from 0 to 1
  median_share real not null,         -- Median of that share on its site
  score real not null,                -- Distance from the median, in median deviations × 1.4826 (0.02 or more)
  removed_lines integer not null,     -- Lines removed
  kept_characters integer not null    -- Characters kept, in headline and text
);
create index cleaning_outliers_site on cleaning_outliers(site, kind);
create index cleaning_outliers_kind on cleaning_outliers(kind);

-- The lines removed from most articles of a site, as it was built: at most a hundred for each site.
create table repeated_lines (
  id integer primary key,             -- Number
  site text not null,                 -- Site
  text text not null,                 -- The line
  rule text not null references rules(id), -- Rule that removed it
  articles integer not null,          -- Articles of the site that it was removed from, two or more
  removed_lines integer not null      -- Times that it was removed there
);
create index repeated_lines_site on repeated_lines(site);
create index repeated_lines_articles on repeated_lines(articles);

-- People, organisations, places and events that the articles mention.
create table entities (
  id integer primary key,             -- Number in this database; never given to another entity
  name text not null,                 -- Name that is shown
  type text not null,                 -- `person`, `organisation`, `place` or `event`
  key text not null,                  -- Lasting key, for example `place:KR`
  country text,                       -- ISO 3166 code of its country, where known
  article_count integer not null default 0, -- Articles that mention it
  mention_count integer not null default 0  -- Mentions in all articles
);
create unique index entities_key on entities(key);
create index entities_type on entities(type, article_count desc);

-- How the views `entity_names` and `mentions` keep the names of entities: each once, whatever its languages.
create table stored_names (
  entity_id integer not null references entities(id), -- Entity
  number integer not null,            -- Number among the names of this entity, from 0
  name text not null,                 -- Name or alias; of a name in articles, the words as written
  origin_id integer,                  -- Its languages and sources, in `name_origins`; null where another row says the same and differs in evidence alone
  evidence text,                      -- Of a name in articles, why it means this entity; null for a name out of a list
  primary key (entity_id, number)
) without rowid;

-- Languages in which a name is used, and where it comes from: names that have all of them in common share a number.
create table name_origins (
  id integer not null,                -- Number that `stored_names.origin_id` gives
  language text not null,             -- Language, see `entity_names`
  source text not null,               -- Where the name comes from, see there
  primary key (id, language, source)
) without rowid;

-- How the view `mentions` keeps its rows: in few bytes, since there are more of them than of anything else.
create table stored_mentions (
  article_id integer not null references articles(id), -- Article
  entity_id integer not null references entities(id), -- Entity that is meant
  in_title integer not null,          -- 1 where it stands in the title, 0 in the text
  start integer not null,             -- Offset in that field, in characters
  name integer not null,              -- Number of the words as written among the entity's names, in `stored_names`
  score not null,                     -- A whole number counts hundredths; what is none is stored as it is
  method_id integer not null references mention_methods(id), -- How it was found
  primary key (article_id, entity_id, in_title, start)
) without rowid;

-- The ways in which mentions were found.
create table mention_methods (
  id integer primary key,             -- Number that `stored_mentions.method_id` gives
  method text not null unique         -- The way, see `mentions`
);

-- How the view `quantities` keeps its rows.
create table stored_quantities (
  article_id integer not null references articles(id), -- Article
  in_title integer not null,          -- 1 where it stands in the title, 0 in the text
  start integer not null,             -- Offset in that field, in characters
  reading_id integer not null references quantity_readings(id), -- Kind, unit and method
  value text not null,                -- Exact value, see `quantities`
  number real,                        -- Number to sort by, see there
  surface text not null,              -- The words as written
  primary key (article_id, in_title, start)
) without rowid;
create index stored_quantities_reading on stored_quantities(reading_id, number);

-- The kinds, units and methods of quantities that come together.
create table quantity_readings (
  id integer primary key,             -- Number that `stored_quantities.reading_id` gives
  kind text not null,                 -- Kind, see `quantities`
  unit text,                          -- Unit, see there
  method text not null,               -- Method, see there
  unique (kind, unit, method)
);

-- What an undecided mention may mean: "Georgia" where nothing tells the country from the state.
create table mention_candidates (
  article_id integer not null references articles(id), -- Article
  field text not null,                -- Field that the mention stands in: `title` or `text`
  start integer not null,             -- Offset of the mention in that field, in characters
  place integer not null,             -- 1 for the likeliest, and so on
  key text not null,                  -- Key of the entity that it may mean; a row of `entities` has it only where some mention is linked to it
  name text not null,                 -- That entity's name
  score real not null,                -- How likely it is, from 0 to 1
  primary key (article_id, field, start, place)
) without rowid;
create index mention_candidates_key on mention_candidates(key);

-- Which article mentions which entity, once per pair.
create table article_entities (
  entity_id integer not null references entities(id), -- Entity
  article_id integer not null references articles(id), -- Article
  mention_count integer not null,     -- Mentions of the entity in the article
  primary key (entity_id, article_id)
) without rowid;
create index article_entities_article on article_entities(article_id, entity_id);

-- Full-text index over the folded titles and texts (see the documentation of search).
-- Contentless: the words are stored once. The comment inside tells Datasette which table it searches. The text comes
-- first, since each word of the first column takes two bytes fewer: mind it when you weigh columns in bm25().
create virtual table articles_fts using fts5(
  text,                               -- Folded text
  title,                              -- Folded title
  content='', /* content="articles" */
  tokenize='unicode61 remove_diacritics 2'
);

-- Articles that mention an entity, for the entities in many articles: what facets are counted with. Made from
-- article_entities at the end of each build, as the four tables below are made from others; none of them says
-- anything new, and where one is missing or stale the same answers come slower.
create table entity_bitmaps (
  entity_id integer primary key references entities(id), -- Entity
  articles blob not null              -- Ids of the articles, as a roaring bitmap (portable format)
);

-- Articles that have a word, and how often, for the words in many articles: what ranks the results of a search.
create table word_postings (
  word text primary key,              -- Word, as the full-text index has it
  article_count integer not null,     -- Articles that have it
  articles blob not null,             -- Their ids, as a roaring bitmap
  repeated blob not null,             -- Those of them whose text doesn't have it just once, as a roaring bitmap
  counts blob not null,               -- How often the text of each of these has it, a byte each; two bytes each where one is above 255
  titled blob not null,               -- Those with it in the title, as a roaring bitmap
  title_counts blob not null          -- How often each of these titles has it, as in `counts`; empty where all have it once
);

-- Columns of numbers with one item for each article: its entities, month, language, site, length.
create table article_columns (
  name text not null,                 -- Column
  part integer not null,              -- Which 65,536 article ids, from 0
  data blob not null,                 -- The numbers, little-endian
  primary key (name, part)
);

-- What the codes in a column stand for.
create table article_column_values (
  name text not null,                 -- Column: `month`, `language` or `site`; `entity type` for the first entity of each type
  code integer not null,              -- Code
  value text not null,                -- Value
  primary key (name, code)
) without rowid;

-- Whether these tables say the same as those that they are made from.
create table search_index (
  id integer primary key check (id = 1), -- There is one row
  fingerprint text not null,          -- Version of their layout, and SHA-256 of all that they hold
  stale integer not null              -- 1 once somebody has changed articles or entities by hand
);

-- What people changed by hand, with what stood there before. Kept by every rebuild.
create table corrections (
  id integer primary key,             -- Number of the correction
  at text not null,                   -- When, ISO 8601 in UTC
  actor text not null,                -- Who
  kind text not null,                 -- What was changed, for example `articles.title`
  key text not null,                  -- Key of the article or entity
  before text,                        -- Value before
  after text                          -- Value after
);

-- Tags that people put on articles. Kept by every rebuild.
create table tags (
  id integer primary key,             -- Number of the tag
  name text not null unique,          -- Tag
  description text                    -- What it is for
);

-- Which article carries which tag. Kept by every rebuild.
create table article_tags (
  article_key text not null,          -- Key of the article
  tag_id integer not null references tags(id), -- Tag
  primary key (article_key, tag_id)
) without rowid;

-- Notes that people write on articles. Kept by every rebuild.
create table notes (
  id integer primary key,             -- Number of the note
  article_key text not null,          -- Key of the article
  at text not null,                   -- When, ISO 8601 in UTC
  actor text not null,                -- Who
  body text not null                  -- The note
);

-- Documents that could not be used, and why.
create table errors (
  id integer primary key,             -- Number of the error
  source text not null,               -- Where the document was found
  stage text not null,                -- Step that failed: `read`, `decode` (text extracted and cleaned) or `recognise` (the article is there, without entities)
  problem text not null,              -- What is wrong
  advice text not null                -- What can be done about it
);

-- What this database was made with: versions, settings, and the digest of its content as it was built.
create table build_info (
  key text primary key,               -- Name of the fact
  value text not null                 -- The fact
) without rowid;

-- Numbers of articles and entities that are gone, so that no other ever gets them.
create table retired_ids (
  kind text not null,                 -- `article` or `entity`
  key text not null,                  -- Its lasting key
  id integer not null,                -- Its number, given back when it returns
  primary key (kind, key)
) without rowid;

-- Every name and alias of an entity, with its language and where the name comes from. Add names as rows.
create view entity_names as
select
  stored_names.entity_id as entity_id, -- Entity
  stored_names.name as name, -- Name or alias
  name_origins.language as language, -- ISO 639 code; `und` where the name belongs to no one language
  name_origins.source as source -- Where the name comes from: `cldr`, `geonames`, `aliases`; or an article, as written there (`corpus`), and then what ties it to the entity: `transliteration`, `short form`, `legal form`, `other words`, `case form`, `part of the name`, `office`, `context`
from stored_names join name_origins on name_origins.id = stored_names.origin_id;

create trigger entity_names_insert instead of insert on entity_names begin
  insert into name_origins (id, language, source)
  select (select coalesce(max(id) + 1, 0) from name_origins), new.language, new.source
  where not exists (
    select id from name_origins group by id
    having count(*) = 1 and max(language) = new.language and max(source) = new.source
  );
  insert into stored_names (entity_id, number, name, origin_id)
  select new.entity_id, (select coalesce(max(number) + 1, 0) from stored_names where entity_id = new.entity_id),
    new.name, min(id)
  from (
    select id from name_origins group by id
    having count(*) = 1 and max(language) = new.language and max(source) = new.source
  )
  where not exists (
    select 1 from entity_names where entity_id = new.entity_id
      and name = new.name and language = new.language and source = new.source
  )
  having count(*);
end;

-- Each place in an article that names an entity. Add, change and remove rows as those of a table.
create view mentions as
select
  stored.article_id as article_id, -- Article
  iif(stored.in_title, 'title', 'text') as field, -- Field it stands in: `title` or `text`
  stored.start as start, -- Offset in that field, in characters
  stored.start + length(names.name) as end, -- Offset behind its last character
  stored.entity_id as entity_id, -- Entity that is meant
  names.name as surface, -- The words as written
  iif(typeof(stored.score) = 'integer', stored.score / 100.0, stored.score) as score, -- How sure the recogniser is, from 0 to 1
  mention_methods.method as method, -- How it was found, for example `gazetteer:cldr`
  names.evidence as evidence -- Why it is linked to this entity: a code, a colon and the grounds; `undecided` where it may mean several (see `mention_candidates`)
-- The pairs are the way from an entity to its mentions, which have no index for that.
from article_entities as pairs
join stored_mentions as stored on stored.article_id = pairs.article_id and stored.entity_id = pairs.entity_id
join stored_names as names on names.entity_id = stored.entity_id and names.number = stored.name
join mention_methods on mention_methods.id = stored.method_id;

create trigger mentions_insert instead of insert on mentions begin
  select raise(abort, 'field has to be title or text') where coalesce(new.field, '') not in ('title', 'text');
  select raise(abort, 'end has to be start + length(surface)') where new.end <> new.start + length(new.surface);
  insert or ignore into mention_methods (method) values (new.method);
  insert into entity_names (entity_id, name, language, source)
  select new.entity_id, new.surface, coalesce(language, 'und'), 'corpus' from articles where id = new.article_id;
  insert into stored_names (entity_id, number, name, evidence)
  select new.entity_id, max(number) + 1, new.surface, coalesce(new.evidence, '') from stored_names
  where entity_id = new.entity_id
  having not coalesce(sum(name = new.surface and evidence = coalesce(new.evidence, '')), 0);
  insert into stored_mentions (article_id, entity_id, in_title, start, name, score, method_id)
  select new.article_id, new.entity_id, new.field = 'title', new.start,
    (
      select min(number) from stored_names
      where entity_id = new.entity_id and name = new.surface and evidence = coalesce(new.evidence, '')
    ),
    iif(round(100 * new.score) / 100 = new.score, cast(round(100 * new.score) as integer), new.score),
    (select id from mention_methods where method = new.method);
  insert into article_entities (entity_id, article_id, mention_count) values (new.entity_id, new.article_id, 1)
  on conflict (entity_id, article_id) do update set mention_count = mention_count + 1;
end;

create trigger mentions_delete instead of delete on mentions begin
  delete from stored_mentions
  where article_id = old.article_id and entity_id = old.entity_id
    and in_title = (old.field = 'title') and start = old.start;
  update article_entities set mention_count = mention_count - 1
  where entity_id = old.entity_id and article_id = old.article_id;
  delete from article_entities
  where entity_id = old.entity_id and article_id = old.article_id and mention_count = 0;
end;

create trigger mentions_update instead of update on mentions begin
  delete from mentions
  where article_id = old.article_id and entity_id = old.entity_id and field = old.field and start = old.start;
  insert into mentions (article_id, field, start, end, entity_id, surface, score, method, evidence)
  values (new.article_id, new.field, new.start, nullif(new.end, old.end), new.entity_id, new.surface, new.score,
    new.method, new.evidence);
end;

-- Dates, amounts of money, percentages and quantities that the articles name in figures. Add, change and remove rows
-- as those of a table.
create view quantities as
select
  stored.article_id as article_id, -- Article
  iif(stored.in_title, 'title', 'text') as field, -- Field it stands in: `title` or `text`
  stored.start as start, -- Offset in that field, in characters
  stored.start + length(stored.surface) as end, -- Offset behind its last character
  readings.kind as kind, -- `date`, `money`, `percent` or `quantity`
  stored.value as value, -- Exact: a plain decimal, or of a date ISO 8601, as precise as written (`2023-08`; `--08-21` without a year); of a range both ends (`10/12`)
  stored.number as number, -- To sort by: the value, of a range its beginning; of a date its figures as one number (20230821 for `2023-08-21`, 20230800 for `2023-08`); null where no year is named
  readings.unit as unit, -- Of money the ISO 4217 code, or the common name of several currencies; of a measure CLDR's unit; of a count the noun as written; null for a date
  stored.surface as surface, -- The words as written
  readings.method as method -- How it was read; ends in `:default` where a name or sign of several currencies is taken for one, in `:ambiguous` where it isn't
from quantity_readings as readings join stored_quantities as stored on stored.reading_id = readings.id;

create trigger quantities_insert instead of insert on quantities begin
  select raise(abort, 'field has to be title or text') where coalesce(new.field, '') not in ('title', 'text');
  select raise(abort, 'end has to be start + length(surface)') where new.end <> new.start + length(new.surface);
  insert into quantity_readings (kind, unit, method) select new.kind, new.unit, new.method
  where not exists (
    select 1 from quantity_readings where kind = new.kind and unit is new.unit and method = new.method
  );
  insert into stored_quantities (article_id, in_title, start, reading_id, value, number, surface)
  select new.article_id, new.field = 'title', new.start,
    (select min(id) from quantity_readings where kind = new.kind and unit is new.unit and method = new.method),
    new.value, new.number, new.surface;
end;

create trigger quantities_delete instead of delete on quantities begin
  delete from stored_quantities
  where article_id = old.article_id and in_title = (old.field = 'title') and start = old.start;
end;

create trigger quantities_update instead of update on quantities begin
  delete from quantities where article_id = old.article_id and field = old.field and start = old.start;
  insert into quantities (article_id, field, start, end, kind, value, number, unit, surface, method)
  values (new.article_id, new.field, new.start, nullif(new.end, old.end), new.kind, new.value, new.number, new.unit,
    new.surface, new.method);
end;

-- Articles by month of publication and language; by year where no month is known, `undated` where no date is.
create view articles_by_month as
select
  coalesce(substr(published, 1, 7), 'undated') as month, -- Month, year or `undated`
  language, -- ISO 639 code
  count(*) as articles -- Articles
from articles group by 1, 2 order by 1, 2;

-- Articles by language.
create view articles_by_language as
select
  languages.name as language, -- Name of the language, in English
  count(*) as articles, -- Articles
  sum(word_count) as words -- Words in them
from articles left join languages on languages.code = articles.language
group by articles.language order by articles desc, 1;

-- Articles that mention an entity, by month of publication; by year where no month is known, else `undated`.
create view entity_mentions_by_month as
select
  entities.key as entity, -- Key of the entity
  entities.name as name, -- Its name
  entities.type as type, -- Its type
  coalesce(substr(articles.published, 1, 7), 'undated') as month, -- Month, year or `undated`
  count(*) as articles, -- Articles that mention it
  sum(article_entities.mention_count) as mentions -- Mentions in them
from article_entities
join entities on entities.id = article_entities.entity_id
join articles on articles.id = article_entities.article_id
group by entities.key, month order by entities.key, month;

-- The entities mentioned in most articles.
create view top_entities as
select
  name, -- Name
  type, -- Type
  article_count as articles, -- Articles that mention it
  mention_count as mentions, -- Mentions in them
  key -- Lasting key
from entities order by article_count desc, mention_count desc, key limit 100;

-- Pairs of entities that the same articles mention.
create view entity_pairs as
select
  a.name as entity, -- Name of the one
  b.name as other_entity, -- Name of the other
  count(*) as articles, -- Articles that mention both
  a.key as entity_key, -- Key of the one
  b.key as other_key -- Key of the other
from article_entities x
join article_entities y on y.article_id = x.article_id and y.entity_id > x.entity_id
join entities a on a.id = x.entity_id
join entities b on b.id = y.entity_id
group by x.entity_id, y.entity_id order by articles desc, a.key, b.key;

-- What each cleaning rule removed.
create view removed_by_rule as
select
  rules.id as rule, -- Rule
  rules.family as family, -- Family of rules it belongs to
  sum(removed.removed_lines) as lines, -- Lines that it removed
  sum(removed.removed_characters) as characters, -- Characters in them
  sum(removed.articles) as articles, -- Articles that it removed them from
  count(*) as sites, -- Sites that these come from
  rules.description as description -- What it removes
from cleaning_by_site_and_rule as removed join rules on rules.id = removed.rule
group by rules.id order by lines desc, rules.id;

-- Articles that repeat an earlier one, word by word or nearly.
create view near_duplicates as
select
  articles.id as article, -- Article
  articles.title as title, -- Its title
  articles.site as site, -- Its site
  articles.duplicate_of as repeats, -- Article that it repeats
  articles.similarity as similarity, -- How like that one it is, to 1
  earlier.title as repeated_title, -- That one's title
  earlier.site as repeated_site -- That one's site
from articles join articles as earlier on earlier.id = articles.duplicate_of
where articles.duplicate_of is not null;

-- Dates that articles name, with the article that names them.
create view dates_mentioned as
select
  quantities.value as date, -- ISO 8601, as precise as written; `--08-21` where no year is named; a range with a slash
  quantities.surface as surface, -- The words as written
  articles.id as article, -- Article
  articles.title as title, -- Its title
  articles.published as published, -- When it was published
  quantities.number as number -- To sort by; null where no year is named
from quantities join articles on articles.id = quantities.article_id
where quantities.kind = 'date' order by quantities.number, articles.id, quantities.field desc, quantities.start;

-- Amounts of money that articles name, the largest of each currency first.
create view money_mentioned as
select
  quantities.unit as currency, -- ISO 4217 code, or the common name of several currencies
  quantities.value as amount, -- Exact amount; a range with a slash
  quantities.surface as surface, -- The words as written
  articles.id as article, -- Article
  articles.title as title, -- Its title
  articles.published as published, -- When it was published
  quantities.method as method, -- How it was read; `:default` and `:ambiguous` say that the currency isn't named in full
  quantities.number as number -- The amount, to sort by
from quantities join articles on articles.id = quantities.article_id
where quantities.kind = 'money' order by quantities.unit, quantities.number desc, articles.id, quantities.field desc, quantities.start;
