-- The schema of version 1, whose archives hand their numbers and what people wrote to a new build.
create table languages (
  code text primary key,
  name text not null,
  native_name text not null,
  direction text not null
);

create table articles (
  id integer primary key,
  title text not null,
  published text,
  published_text text,
  byline text,
  publisher text,
  language text references languages(code),
  word_count integer not null,
  text text not null,
  url text,
  photo_credit text,
  page_count integer,
  title_source text not null,
  source text not null unique,
  key text not null unique,
  encoding text not null,
  sha256 text not null,
  duplicate_of integer references articles(id)
);
create index articles_published on articles(published);
create index articles_language on articles(language);

create table originals (
  article_id integer primary key references articles(id),
  size integer not null,
  data blob not null
);

create table rules (
  id text primary key,
  family text not null,
  version integer not null,
  languages text not null,
  description text not null
);

create table removed_lines (
  id integer primary key,
  article_id integer not null references articles(id),
  start integer not null,
  end integer not null,
  text text not null,
  rule text not null references rules(id),
  position integer not null
);
create index removed_lines_article on removed_lines(article_id);
create index removed_lines_rule on removed_lines(rule);

create table entities (
  id integer primary key,
  name text not null,
  type text not null,
  key text not null unique,
  country text,
  article_count integer not null default 0,
  mention_count integer not null default 0
);
create index entities_type on entities(type, article_count desc);

create table entity_names (
  entity_id integer not null references entities(id),
  name text not null,
  language text not null,
  source text not null,
  primary key (entity_id, name, language, source)
) without rowid;
create index entity_names_name on entity_names(name);

create table mentions (
  id integer primary key,
  article_id integer not null references articles(id),
  field text not null,
  start integer not null,
  end integer not null,
  entity_id integer not null references entities(id),
  surface text not null,
  score real not null,
  method text not null
);
create index mentions_article on mentions(article_id);
create index mentions_entity on mentions(entity_id);

create table article_entities (
  entity_id integer not null references entities(id),
  article_id integer not null references articles(id),
  mention_count integer not null,
  primary key (entity_id, article_id)
) without rowid;
create index article_entities_article on article_entities(article_id, entity_id);

create virtual table articles_fts using fts5(
  title,
  text,
  content='', /* content="articles" */
  tokenize='unicode61 remove_diacritics 2'
);

create table corrections (
  id integer primary key,
  at text not null,
  actor text not null,
  kind text not null,
  key text not null,
  before text,
  after text
);

create table tags (
  id integer primary key,
  name text not null unique,
  description text
);

create table article_tags (
  article_key text not null,
  tag_id integer not null references tags(id),
  primary key (article_key, tag_id)
) without rowid;

create table notes (
  id integer primary key,
  article_key text not null,
  at text not null,
  actor text not null,
  body text not null
);

create table errors (
  id integer primary key,
  source text not null,
  stage text not null,
  problem text not null,
  advice text not null
);

create table build_info (
  key text primary key,
  value text not null
) without rowid;

create table retired_ids (
  kind text not null,
  key text not null,
  id integer not null,
  primary key (kind, key)
) without rowid;

create view articles_by_month as
select coalesce(substr(published, 1, 7), 'undated') as month, language, count(*) as articles
from articles group by 1, 2 order by 1, 2;

create view articles_by_language as
select languages.name as language, count(*) as articles, sum(word_count) as words
from articles left join languages on languages.code = articles.language
group by articles.language order by articles desc, 1;

create view entity_mentions_by_month as
select entities.key as entity, entities.name as name, entities.type as type,
  coalesce(substr(articles.published, 1, 7), 'undated') as month,
  count(*) as articles, sum(article_entities.mention_count) as mentions
from article_entities
join entities on entities.id = article_entities.entity_id
join articles on articles.id = article_entities.article_id
group by entities.key, month order by entities.key, month;

create view top_entities as
select name, type, article_count as articles, mention_count as mentions, key
from entities order by article_count desc, mention_count desc, key limit 100;

create view entity_pairs as
select a.name as entity, b.name as other_entity, count(*) as articles, a.key as entity_key, b.key as other_key
from article_entities x
join article_entities y on y.article_id = x.article_id and y.entity_id > x.entity_id
join entities a on a.id = x.entity_id
join entities b on b.id = y.entity_id
group by x.entity_id, y.entity_id order by articles desc, a.key, b.key;

create view removed_by_rule as
select rules.id as rule, rules.family as family, count(*) as lines, sum(removed_lines.end - removed_lines.start) as characters,
  count(distinct article_id) as articles, rules.description as description
from removed_lines join rules on rules.id = removed_lines.rule
group by rules.id order by lines desc, rules.id;
