-- Where knowledge is brought in from. Nothing comes into the base by itself: it lands in a list that somebody goes through.

create table harvest_source (
  id              uuid primary key,
  organisation_id uuid not null references organisation,
  name            text not null check (length(name) between 1 and 200),
  address         text not null check (length(address) between 1 and 2000),
  metadata_prefix text not null default 'oai_dc' check (length(metadata_prefix) between 1 and 50),
  set_spec        text check (length(set_spec) between 1 and 200),
  every           text not null default 'week' check (every in ('day', 'week', 'month')),
  is_resting      boolean not null default false,
  -- The stamp to ask from next time.
  harvested_until text check (length(harvested_until) between 1 and 30),
  -- Under way: where to go on, and what stamp the whole began with.
  resumption      text check (length(resumption) between 1 and 4000),
  began_at        timestamptz,
  last_ended_at   timestamptz,
  last_problem    text check (length(last_problem) between 1 and 1000),
  records         integer not null default 0 check (records >= 0),
  created_at      timestamptz not null,
  version         integer not null default 1 check (version > 0),
  unique nulls not distinct (address, metadata_prefix, set_spec)
);
create index harvest_source_organisation on harvest_source (organisation_id);

-- What was brought in, until somebody has said what becomes of it.
create table knowledge_candidate (
  id              uuid primary key,
  organisation_id uuid not null references organisation,
  -- Harvested; null: from a file or a pasted address.
  source_id       uuid references harvest_source,
  -- The archive's own name for the record.
  identifier      text check (length(identifier) between 1 and 500),
  datestamp       text check (length(datestamp) between 1 and 30),
  -- The digest of the file it came in.
  file_digest     text check (length(file_digest) between 1 and 100),
  title           text not null check (length(title) between 1 and 300),
  authors         text[] not null default '{}',
  source          text check (length(source) between 1 and 500),
  year            integer check (year between 1800 and 2200),
  licence         text check (length(licence) between 1 and 200),
  link            text check (length(link) between 1 and 2000),
  doi             text check (doi ~ '^10\.\S+/\S+$' and length(doi) <= 300),
  abstract        text check (length(abstract) between 1 and 20000),
  citation        jsonb,
  -- The archive has taken it away.
  is_gone         boolean not null default false,
  standing        text not null default 'new' check (standing in ('new', 'taken', 'leftOut')),
  item_id         uuid references knowledge_item,
  decided_by      uuid references person,
  decided_at      timestamptz,
  brought_at      timestamptz not null,
  unique (source_id, identifier),
  check ((source_id is null) = (identifier is null)),
  check ((standing = 'taken') = (item_id is not null)),
  check ((standing = 'new') = (decided_at is null))
);
create index knowledge_candidate_list on knowledge_candidate (organisation_id, brought_at desc) where standing = 'new';
create index knowledge_candidate_item on knowledge_candidate (item_id);
create index knowledge_candidate_decided_by on knowledge_candidate (decided_by);
create index knowledge_candidate_doi on knowledge_candidate (lower(doi)) where doi is not null;
create index knowledge_candidate_title on knowledge_candidate (lower(title));
