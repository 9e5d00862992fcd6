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
  -- The day to ask from next time, as the archive tells time.
  harvested_until text check (length(harvested_until) between 1 and 30),
  -- Under way: where to go on, when the whole began here and by the archive's own clock, and the digests of the places
  -- it has sent us to, so that one that leads us in a circle is found out.
  resumption      text check (length(resumption) between 1 and 4000),
  began_at        timestamptz,
  began_stamp     text check (length(began_stamp) between 1 and 30),
  places_seen     text[] not null default '{}',
  -- Whoever asks holds it until then: one request at a time, also when many processes could ask.
  held_until      timestamptz,
  -- Nothing is asked before then: the archive has said so, or it did not answer.
  rests_until     timestamptz,
  failures        integer not null default 0 check (failures >= 0),
  last_ended_at   timestamptz,
  -- What went wrong last, by its name.
  last_problem    text check (last_problem ~ '^[a-z_]{1,50}$'),
  -- In this harvest or the last: what came, and what was too large or had no title.
  records         integer not null default 0 check (records >= 0),
  skipped         integer not null default 0 check (skipped >= 0),
  created_at      timestamptz not null,
  version         integer not null default 1 check (version > 0),
  unique nulls not distinct (organisation_id, address, metadata_prefix, set_spec),
  check (resumption is null or began_at is not null),
  check (began_stamp is null or began_at is not null)
);

-- A title without signs and capitals: two that are written alike are likely the same.
create function title_key(title text) returns text language sql immutable parallel safe return
  trim(regexp_replace(lower(title collate swedish), '[^[:alnum:]]+', ' ', 'g'));
create index knowledge_version_title_key on knowledge_version (title_key(title));
create index knowledge_version_link on knowledge_version (link) where link is not null;

-- What was brought in, until somebody has said what becomes of it.
create table knowledge_candidate (
  id              uuid primary key,
  organisation_id uuid not null references organisation,
  -- Harvested; null: from a file or a pasted address.
  source_id       uuid references harvest_source,
  -- The archive's own name for the record.
  identifier      text check (length(identifier) between 1 and 500),
  datestamp       text check (length(datestamp) between 1 and 30),
  -- The digest of the file it came in, and where in it: the same file again brings nothing new.
  file_digest     text check (length(file_digest) between 1 and 100),
  place           integer check (place >= 0),
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
  -- Who decided stands in the log alone: nobody needs it here.
  decided_at      timestamptz,
  brought_at      timestamptz not null,
  unique (source_id, identifier),
  unique (organisation_id, file_digest, place),
  check ((source_id is null) = (identifier is null)),
  check ((file_digest is null) = (place is null)),
  check ((standing = 'taken') = (item_id is not null)),
  check ((standing = 'new') = (decided_at is null))
);
create index knowledge_candidate_list on knowledge_candidate (organisation_id, brought_at desc) where standing = 'new';
create index knowledge_candidate_item on knowledge_candidate (item_id);
create index knowledge_candidate_doi on knowledge_candidate (lower(doi)) where doi is not null;
create index knowledge_candidate_title_key on knowledge_candidate (title_key(title));
create index knowledge_candidate_link on knowledge_candidate (link) where link is not null;

-- The public starting points that come with the installation, by their name there. One that is worded anew in a later
-- edition becomes a new version.
create table starting_point (
  name    text primary key check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  item_id uuid not null unique references knowledge_item,
  edition integer not null check (edition > 0)
);

-- When a link was last asked where it leads, also when the other end would not say: it is not asked again the same month.
create table link_try (
  version_id uuid primary key references knowledge_version on delete cascade,
  tried_on   date not null
);
