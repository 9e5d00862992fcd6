-- Organisations, people and their roles over time.

create table county (
  code       text primary key check (code ~ '^[0-9]{2}$'),
  name       text not null,
  short_name text not null
);

create table organisation (
  id                 uuid primary key,
  -- Several at once, because Region Gotland is a municipality and a region.
  kinds              text[] not null check (cardinality(kinds) > 0 and kinds <@ array[
    'municipality', 'region', 'regionalSupportStructure', 'rdUnit', 'municipalFederation', 'administration', 'unit',
    'userOrganisation', 'university', 'agency', 'association', 'privateProvider', 'other']),
  name               text collate swedish not null check (length(name) between 1 and 200),
  short_name         text collate swedish not null check (length(short_name) between 1 and 200),
  slug               text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Whoever is trusted with an organisation is trusted with everything below it. Set when the organisation is made
  -- and never changed, so the tree has no rings.
  parent_id          uuid references organisation,
  municipality_code  text unique check (municipality_code ~ '^[0-9]{4}$'),
  -- The county a region answers for.
  region_county_code text unique references county,
  -- The county the organisation lies in. Nothing about who cooperates with whom follows from it.
  county_code        text references county,
  contact_email      text,
  valid_from         date,
  valid_to           date,
  check (valid_from is null or valid_to is null or valid_from <= valid_to),
  check (parent_id <> id),
  check (('municipality' = any (kinds)) = (municipality_code is not null)),
  check (('region' = any (kinds)) = (region_county_code is not null)),
  check (left(municipality_code, 2) = county_code)
);
create index organisation_parent on organisation (parent_id);
create index organisation_county on organisation (county_code);
create index organisation_in_order on organisation (name, id);

-- Every way an organisation is written, folded (see organisation-name.ts). One writing means one organisation.
create table organisation_alias (
  folded          text primary key check (length(folded) > 0),
  organisation_id uuid not null references organisation,
  written         text collate swedish not null check (length(written) between 1 and 400)
);
create index organisation_alias_organisation on organisation_alias (organisation_id);

-- Membership is a relation with dates and a source, never derived from county codes: Kungsbacka lies in Halland
-- and belongs to the Gothenburg region. Dates are the first and the last day; null is "not known" or "still".
create table organisation_relation (
  id         uuid primary key,
  from_id    uuid not null references organisation,
  to_id      uuid not null references organisation,
  kind       text not null check (kind in ('memberOf', 'owns', 'serves', 'partOf')),
  valid_from date,
  valid_to   date,
  source     text,
  check (from_id <> to_id),
  check (valid_from is null or valid_to is null or valid_from <= valid_to)
);
create index organisation_relation_from on organisation_relation (from_id);
create index organisation_relation_to on organisation_relation (to_id);
create unique index organisation_relation_open on organisation_relation (from_id, to_id, kind) where valid_to is null;

-- The mail domains of an organisation: a manager's word counts as confirmed only from one of them.
create table organisation_domain (
  domain          text primary key check (domain = lower(domain) and domain ~ '^[a-z0-9.-]+\.[a-z]{2,}$'),
  organisation_id uuid not null references organisation
);
create index organisation_domain_organisation on organisation_domain (organisation_id);

create table person (
  id                 uuid primary key,
  name               text collate swedish not null check (length(name) between 1 and 200),
  -- Lower case. Null for somebody who was added without an address.
  email              text unique check (email = lower(email)),
  email_verified     boolean not null default false,
  image              text,
  phone              text,
  title              text,
  language           text not null default 'sv' check (language in ('sv', 'en')),
  two_factor_enabled boolean not null default false,
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now()
);
create index person_in_order on person (name, id);

create table role_assignment (
  id                   uuid primary key,
  person_id            uuid not null references person,
  role                 text not null check (role in (
    'administrator', 'nationalCoordinator', 'developmentLeader', 'municipalCoordinator', 'socialServicesDirector',
    'headOfOperations', 'unitManager', 'circleLeader', 'participant', 'userRepresentative', 'registrar',
    'dataProtectionOfficer', 'guest')),
  -- Where the role holds: an organisation with all below it, or one round. Neither: the whole installation.
  organisation_id      uuid references organisation,
  round_id             uuid,
  -- Who employs the person, where that is another organisation than the one they have the role in.
  host_organisation_id uuid references organisation,
  fte                  numeric(4, 3) check (fte > 0 and fte <= 1),
  valid_from           date not null,
  -- The last day.
  valid_to             date,
  -- Set when the role was taken back at once: it then holds no more, not even for the rest of that day.
  ended_at             timestamptz,
  granted_by           uuid references person,
  ended_by             uuid references person,
  check (valid_to is null or valid_from <= valid_to),
  check (ended_at is null or valid_to is not null),
  check (organisation_id is null or round_id is null)
);
create index role_assignment_person on role_assignment (person_id);
create index role_assignment_organisation on role_assignment (organisation_id);
create index role_assignment_round on role_assignment (round_id);

-- The same role in the same place is held once at a time.
create unique index role_assignment_open on role_assignment
  (person_id, role, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'),
   coalesce(round_id, '00000000-0000-0000-0000-000000000000')) where valid_to is null;

-- The person behind an address that has just been proved, added if nobody has it yet. An application is confirmed by
-- another feature, which must not write this table; who already has a name keeps it.
create function person_with_address(new_id uuid, address text, called text, speaks text) returns uuid language sql as $$
  insert into person (id, name, email, email_verified, language) values (new_id, called, address, true, speaks)
  on conflict (email) do update set email_verified = true, updated_at = now()
  returning id
$$;
