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
  source text not null unique,        -- Where the document was found: folder and file name
  key text not null unique,           -- Lasting key made from the source; links that use it survive every rebuild
  site text not null,                 -- Host of the web address; for want of one, the folder or file that the document lies in
  format text not null,               -- What the original is: `text`, `html` …
  encoding text not null,             -- Character encoding that the original was read with
  sha256 text not null,               -- SHA-256 of the original bytes, hexadecimal
  duplicate_of integer references articles(id), -- First of the articles that are nearly the same; null for the first itself
  similarity real                     -- How like that article it is: share of five-word sequences in common, from 0.8 to 1
);
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
  key text not null unique,           -- Lasting key, for example `place:KR`
  country text,                       -- ISO 3166 code of its country, where known
  article_count integer not null default 0, -- Articles that mention it
  mention_count integer not null default 0  -- Mentions in all articles
);
create index entities_type on entities(type, article_count desc);

-- Every name and alias of an entity, with its language and where the name comes from.
create table entity_names (
  entity_id integer not null references entities(id), -- Entity
  name text not null,                 -- Name or alias
  language text not null,             -- ISO 639 code; `und` where the name belongs to no one language
  source text not null,               -- Where the name comes from: `cldr`, `geonames`, `aliases`; or an article, as written there (`corpus`), and then what ties it to the entity: `transliteration`, `short form`, `legal form`, `other words`, `case form`, `part of the name`, `office`, `context`
  primary key (entity_id, name, language, source)
) without rowid;
create index entity_names_name on entity_names(name);

-- Each place in an article that names an entity.
create table mentions (
  id integer primary key,             -- Number of the mention
  article_id integer not null references articles(id), -- Article
  field text not null,                -- Field it stands in: `title` or `text`
  start integer not null,             -- Offset in that field, in characters
  end integer not null,               -- Offset behind its last character
  entity_id integer not null references entities(id), -- Entity that is meant
  surface text not null,              -- The words as written
  score real not null,                -- How sure the recogniser is, from 0 to 1
  method text not null,               -- How it was found, for example `gazetteer:cldr`
  evidence text not null default ''   -- Why it is linked to this entity: a code, a colon and the grounds; `undecided` where it may mean several (see `mention_candidates`)
);
create index mentions_article on mentions(article_id);
create index mentions_entity on mentions(entity_id);

-- Dates, amounts of money, percentages and quantities that the articles name in figures.
create table quantities (
  id integer primary key,             -- Number
  article_id integer not null references articles(id), -- Article
  field text not null,                -- Field it stands in: `title` or `text`
  start integer not null,             -- Offset in that field, in characters
  end integer not null,               -- Offset behind its last character
  kind text not null,                 -- `date`, `money`, `percent` or `quantity`
  value text not null,                -- Exact: a plain decimal, or of a date ISO 8601, as precise as written (`2023-08`; `--08-21` without a year); of a range both ends (`10/12`)
  number real,                        -- To sort by: the value, of a range its beginning; of a date its figures as one number (20230821 for `2023-08-21`, 20230800 for `2023-08`); null where no year is named
  unit text,                          -- Of money the ISO 4217 code, or the common name of several currencies; of a measure CLDR's unit; of a count the noun as written; null for a date
  surface text not null,              -- The words as written
  method text not null                -- How it was read; ends in `:default` where a name or sign of several currencies is taken for one, in `:ambiguous` where it isn't
);
create index quantities_article on quantities(article_id);
create index quantities_kind on quantities(kind, unit, number);

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
-- Contentless: the words are stored once. The comment inside tells Datasette which table it searches.
create virtual table articles_fts using fts5(
  title,                              -- Folded title
  text,                               -- Folded text
  content='', /* content="articles" */
  tokenize='unicode61 remove_diacritics 2'
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
where quantities.kind = 'date' order by quantities.number, quantities.id;

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
where quantities.kind = 'money' order by quantities.unit, quantities.number desc, quantities.id;
