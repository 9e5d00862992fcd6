-- The register of methods and ways of working. To stand here is never an approval.

create table method (
  id              uuid primary key,
  slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Who keeps what stands here true.
  organisation_id uuid not null references organisation,
  kind            text not null check (kind in ('assessmentMethod', 'intervention', 'wayOfWorking')),
  name            text collate swedish not null check (length(name) between 1 and 200),
  -- Other names and short forms, by which it is found.
  also_called     text[] not null default '{}',
  target_group    text check (length(target_group) between 1 and 1000),
  purpose         text check (length(purpose) between 1 and 2000),
  use_of_it       text check (length(use_of_it) between 1 and 4000),
  training        text check (length(training) between 1 and 2000),
  licence         text check (length(licence) between 1 and 1000),
  cost            text check (length(cost) between 1 and 1000),
  -- Why we do so, for a way of working that is already in use, and what it rests on. (R019)
  why             text check (length(why) between 1 and 2000),
  basis           text check (basis in ('research', 'provenExperience', 'serviceUsers', 'law', 'tradition', 'unknown')),
  replaces        text check (length(replaces) between 1 and 1000),
  link            text check (length(link) between 1 and 2000),
  withdrawn_at    timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 500),
  created_at      timestamptz not null,
  version         integer not null default 1 check (version > 0),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index method_by_name on method (name, id);
create index method_organisation on method (organisation_id);

-- What must be there for it to be this method; fidelity is followed component by component.
create table core_component (
  id        uuid primary key,
  method_id uuid not null references method,
  position  integer not null check (position >= 0),
  text      text not null check (length(text) between 1 and 300),
  -- No longer one: what was followed of it stays.
  ended_on  date,
  unique (method_id, position) deferrable initially deferred
);

-- Where it is used, by whom and how far they have come, over time. One row for each phase.
create table method_use (
  id              uuid primary key,
  method_id       uuid not null references method,
  organisation_id uuid not null references organisation,
  phase           text not null check (phase in ('need', 'installation', 'initialUse', 'fullUse', 'maintained', 'phasedOut')),
  from_day        date,
  to_day          date,
  -- The introduction that took it there; null: written in the register.
  appraisal_id    uuid,
  check (to_day is null or from_day is null or from_day <= to_day)
);
create unique index method_use_now on method_use (method_id, organisation_id) where to_day is null;
create index method_use_organisation on method_use (organisation_id);
