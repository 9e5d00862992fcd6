-- What rests on knowledge, and where knowledge comes from; lists to read.

create table knowledge_lineage (
  id            uuid primary key,
  item_id       uuid not null references knowledge_item,
  -- `restsOn`: the thing rests on the item. `comesFrom`: the item comes from the thing.
  way           text not null check (way in ('restsOn', 'comesFrom')),
  other_item_id uuid references knowledge_item,
  appraisal_id  uuid references appraisal,
  method_id     uuid references method,
  round_id      uuid references round,
  checklist_id  uuid references checklist,
  proposal_id   uuid references proposal,
  note          text check (length(note) between 1 and 500),
  -- The version of the item that was looked at last, by whoever keeps what rests on it.
  seen_version_no integer not null check (seen_version_no > 0),
  -- They have seen that it is retired, and what they rest on it stands all the same.
  seen_retired  boolean not null default false,
  created_at    timestamptz not null,
  check (num_nonnulls(other_item_id, appraisal_id, method_id, round_id, checklist_id, proposal_id) = 1),
  check (other_item_id <> item_id),
  -- Between two items there is one way to say it.
  check (other_item_id is null or way = 'restsOn'),
  unique nulls not distinct (item_id, way, other_item_id, appraisal_id, method_id, round_id, checklist_id, proposal_id)
);
create index knowledge_lineage_other_item on knowledge_lineage (other_item_id);
create index knowledge_lineage_appraisal on knowledge_lineage (appraisal_id);
create index knowledge_lineage_method on knowledge_lineage (method_id);
create index knowledge_lineage_round on knowledge_lineage (round_id);
create index knowledge_lineage_checklist on knowledge_lineage (checklist_id);
create index knowledge_lineage_proposal on knowledge_lineage (proposal_id);

-- A list to read: what a circle reads, or what is good to know of a theme.
create table reading_list (
  id              uuid primary key,
  slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  organisation_id uuid not null references organisation,
  -- The circle that reads it; null: a collection for a theme.
  round_id        uuid references round,
  title           text collate swedish not null check (length(title) between 1 and 200),
  purpose         text check (length(purpose) between 1 and 2000),
  published_at    timestamptz,
  retired_at      timestamptz,
  created_at      timestamptz not null,
  version         integer not null default 1 check (version > 0)
);
create index reading_list_organisation on reading_list (organisation_id);
create index reading_list_round on reading_list (round_id);
create table reading_list_item (
  id       uuid primary key,
  list_id  uuid not null references reading_list,
  item_id  uuid not null references knowledge_item,
  position integer not null check (position >= 0),
  note     text check (length(note) between 1 and 500),
  -- The version of the item that was looked at last, and that it is seen to be retired, as for what rests on it.
  seen_version_no integer not null default 1 check (seen_version_no > 0),
  seen_retired boolean not null default false,
  unique (list_id, item_id),
  unique (list_id, position) deferrable initially deferred
);
create index reading_list_item_item on reading_list_item (item_id);

-- The words of the field. Several definitions each, with source and year: the field does not agree on them.
create table glossary_term (
  id          uuid primary key,
  slug        text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  term        text collate swedish not null unique check (length(term) between 1 and 120),
  english     text check (length(english) between 1 and 120),
  also_called text[] not null default '{}',
  created_at  timestamptz not null,
  version     integer not null default 1 check (version > 0)
);
create table glossary_definition (
  id         uuid primary key,
  term_id    uuid not null references glossary_term,
  position   integer not null check (position >= 0),
  text       text not null check (length(text) between 1 and 1000),
  source     text not null check (length(source) between 1 and 300),
  year       integer check (year between 1800 and 2200),
  link       text check (length(link) between 1 and 2000),
  unique (term_id, position) deferrable initially deferred
);
