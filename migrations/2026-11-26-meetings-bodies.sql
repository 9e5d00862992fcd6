-- Networks, councils and other bodies: what they are for, who sits in them and for whom.

create table body (
  id              uuid primary key,
  kind            text not null check (kind in ('network', 'council', 'steeringGroup', 'headsNetwork')),
  name            text collate swedish not null check (length(name) between 1 and 200),
  slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- The support structure that keeps it: whoever looks after bodies there plans its meetings.
  organisation_id uuid not null references organisation,
  purpose         text check (length(purpose) between 1 and 2000),
  -- What it may decide, and by whose word. Null: it decides nothing, and what it agrees on is a position.
  mandate         text check (length(mandate) between 1 and 1000),
  -- Who is counted when it is asked whether enough have come: people in seats, or member municipalities. Null: nobody.
  quorum_of       text check (quorum_of in ('persons', 'municipalities')),
  -- How many: a number, or a share in per cent (50 is "at least half").
  quorum_count    integer check (quorum_count > 0),
  quorum_percent  integer check (quorum_percent between 1 and 100),
  substitute_rule text check (length(substitute_rule) between 1 and 1000),
  -- What its notes need beyond being sent.
  is_adjusted     boolean not null default false,
  has_diary       boolean not null default false,
  checks_secrecy  boolean not null default false,
  created_at      timestamptz not null,
  -- Raised at every change of what it says of itself, so that nobody writes over what they have not seen.
  version         integer not null default 1 check (version > 0),
  check (num_nonnulls(quorum_count, quorum_percent) = (quorum_of is not null)::integer)
);
create index body_organisation on body (organisation_id);
create index body_in_order on body (name, id);

-- When it has rested, and when it started again. Null: it rests still.
create table body_dormancy (
  body_id  uuid not null references body,
  from_day date not null,
  to_day   date check (to_day >= from_day),
  reason   text check (length(reason) between 1 and 500),
  primary key (body_id, from_day)
);
create unique index body_dormancy_now on body_dormancy (body_id) where to_day is null;

-- Its charter. A list that ends with "and …?" is a list with an open question, not a finished one.
create table body_task (
  id       uuid primary key,
  body_id  uuid not null references body,
  position integer not null check (position >= 0),
  text     text not null check (length(text) between 1 and 500),
  -- The goal the task serves, and where that is written down.
  goal     text check (length(goal) between 1 and 300),
  is_open  boolean not null default false,
  unique (body_id, position) deferrable initially deferred
);

-- Which organisations are members, with dates and a source. Who was absent is worked out from here.
create table body_member (
  id              uuid primary key,
  body_id         uuid not null references body,
  organisation_id uuid not null references organisation,
  valid_from      date,
  valid_to        date,
  source          text check (length(source) between 1 and 500),
  check (valid_from is null or valid_to is null or valid_from <= valid_to)
);
create unique index body_member_open on body_member (body_id, organisation_id) where valid_to is null;
create index body_member_organisation on body_member (organisation_id);

-- A seat is a function ("somebody from public health") and may be empty.
create table body_seat (
  id              uuid primary key,
  body_id         uuid not null references body,
  kind            text not null check (kind in ('chair', 'secretary', 'member', 'userRepresentative', 'adjoined')),
  position        integer not null check (position >= 0),
  function        text not null check (length(function) between 1 and 200),
  -- Whom the seat speaks for. Null: not for one organisation.
  organisation_id uuid references organisation,
  -- The last day there was such a seat.
  ended_on        date
);
create index body_seat_body on body_seat (body_id, position);
create index body_seat_organisation on body_seat (organisation_id);

-- Who has had a seat, and from when to when; the last day is theirs.
create table body_seat_holding (
  id              uuid primary key,
  seat_id         uuid not null references body_seat,
  person_id       uuid not null references person,
  is_substitute   boolean not null default false,
  valid_from      date not null,
  valid_to        date,
  source          text check (length(source) between 1 and 500),
  -- When a service-user representative agreed to be named. Null: shown as a role and an organisation.
  name_agreed_at  timestamptz,
  check (valid_to is null or valid_from <= valid_to)
);
create unique index body_seat_holding_open on body_seat_holding (seat_id, person_id) where valid_to is null;
-- One ordinary holder at a time.
create unique index body_seat_holding_ordinary on body_seat_holding (seat_id) where valid_to is null and not is_substitute;
create index body_seat_holding_person on body_seat_holding (person_id);
create index body_seat_holding_seat on body_seat_holding (seat_id);

-- What somebody represents others in, also where the body itself is not here: who, where, for whom and with what mandate.
create table representation (
  id              uuid primary key,
  person_id       uuid not null references person,
  organisation_id uuid not null references organisation,
  -- Who keeps the register it stands in.
  kept_by         uuid not null references organisation,
  body_id         uuid references body,
  place           text check (length(place) between 1 and 200),
  level           text not null check (level in ('local', 'regional', 'national')),
  mandate         text check (length(mandate) between 1 and 1000),
  valid_from      date not null,
  valid_to        date,
  check (valid_to is null or valid_from <= valid_to),
  check (num_nonnulls(body_id, place) = 1)
);
create index representation_person on representation (person_id);
create index representation_organisation on representation (organisation_id);
create index representation_body on representation (body_id);
create index representation_kept_by on representation (kept_by);

-- What came of sitting there, told back at home.
create table representation_report (
  id                uuid primary key,
  representation_id uuid not null references representation,
  day               date not null,
  text              text not null check (length(text) between 1 and 4000),
  written_by        uuid not null references person,
  written_at        timestamptz not null
);
create index representation_report_of on representation_report (representation_id, day);
