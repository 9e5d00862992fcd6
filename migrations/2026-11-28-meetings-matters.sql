-- Matters: one thing with a life across meetings and bodies, and the commissions that come of it.

create table matter (
  id               uuid primary key,
  slug             text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title            text not null check (length(title) between 1 and 200),
  -- What it is about, without single clients.
  about            text check (length(about) between 1 and 4000),
  -- Where it lives: the body that answers for it.
  body_id          uuid not null references body,
  raised_on        date,
  raised_at        uuid references meeting,
  state            text not null check (state in (
    'raised', 'continued', 'commissioned', 'parked', 'referred', 'decided', 'decidedElsewhere', 'reviewed', 'dropped')),
  since            date not null,
  -- Until when it is parked: a day, something that is to happen, or neither, and then somebody is reminded.
  parked_until     date,
  parked_event     text check (length(parked_event) between 1 and 300),
  event_came_on    date,
  remind_on        date,
  -- Why it is parked, or dropped.
  reason           text check (length(reason) between 1 and 1000),
  referred_to      uuid references body,
  -- What was decided, or agreed as a position, and by whom where it was somebody else.
  outcome          text check (length(outcome) between 1 and 4000),
  is_position      boolean not null default false,
  decided_by       uuid references body,
  decided_by_name  text check (length(decided_by_name) between 1 and 200),
  decided_on       date,
  -- A day without a year, as it was written ("--03-03"): the year is not guessed.
  decided_day      text check (decided_day ~ '^--[01][0-9]-[0-3][0-9]$'),
  -- When what was decided is looked at again.
  review_on        date,
  -- Whether nothing more is to come back.
  is_closed        boolean not null generated always as (
    state in ('reviewed', 'dropped') or (state in ('decided', 'decidedElsewhere') and review_on is null)) stored,
  created_at       timestamptz not null,
  version          integer not null default 1 check (version > 0),
  check (state <> 'parked' or (reason is not null and num_nonnulls(parked_until, parked_event, remind_on) > 0)),
  check (state <> 'dropped' or reason is not null),
  check (state <> 'referred' or referred_to is not null),
  check (state not in ('decided', 'decidedElsewhere', 'reviewed') or outcome is not null),
  -- A decision of another body is a reference to it, never ours.
  check (state <> 'decidedElsewhere' or num_nonnulls(decided_by, decided_by_name) = 1),
  check (num_nonnulls(decided_on, decided_day) <= 1)
);
create index matter_open on matter (body_id, state) where not is_closed;
create index matter_body_since on matter (body_id, since desc, id);
create index matter_in_words on matter using gin (
  to_tsvector('swedish', title || ' ' || coalesce(about, '') || ' ' || coalesce(outcome, '')));

-- The bodies a matter concerns; the one it lives in is always one of them.
create table matter_body (
  matter_id uuid not null references matter,
  body_id   uuid not null references body,
  since     date not null,
  primary key (matter_id, body_id)
);
create index matter_body_body on matter_body (body_id, matter_id);

-- What has happened to a matter, in the order it was told. Rows are added and never changed.
create table matter_step (
  id         uuid primary key,
  matter_id  uuid not null references matter,
  step_no    integer not null check (step_no > 0),
  what       text not null check (what ~ '^[a-z][A-Za-z]*$'),
  -- The day it happened, as far as it is known.
  day        date,
  meeting_id uuid references meeting,
  body_id    uuid references body,
  text       text check (length(text) between 1 and 4000),
  told_by    uuid references person,
  told_at    timestamptz not null,
  unique (matter_id, step_no)
);
create index matter_step_meeting on matter_step (meeting_id);

create table matter_subscription (
  -- A row of its own, because the person may turn out to be another entry (docs/decisions/013).
  id         uuid primary key default gen_random_uuid(),
  matter_id  uuid not null references matter on delete cascade,
  person_id  uuid not null references person,
  since      timestamptz not null,
  unique (matter_id, person_id)
);
create index matter_subscription_person on matter_subscription (person_id);

-- Something somebody is asked to do, by a body or from outside.
create table commission (
  id              uuid primary key,
  matter_id       uuid references matter,
  -- The support structure that is to do it, or keeps the body that gave it.
  organisation_id uuid not null references organisation,
  -- Who gave it: a body here, or somebody else by name.
  from_body       uuid references body,
  requester       text check (length(requester) between 1 and 200),
  -- Where whoever asks from outside gets the answer.
  requester_email text check (length(requester_email) between 3 and 254),
  origin          text not null check (origin in ('local', 'regional', 'national')),
  title           text not null check (length(title) between 1 and 300),
  about           text check (length(about) between 1 and 4000),
  -- Who is to do it.
  owner_person    uuid references person,
  owner_organisation uuid references organisation,
  owner_name      text check (length(owner_name) between 1 and 200),
  given_on        date,
  given_at        uuid references meeting,
  -- Null: nobody has said when, which is shown until somebody does.
  due_on          date,
  size            text check (size in ('small', 'medium', 'large')),
  -- How much of a full post it takes while it goes on.
  fte             numeric(4, 3) check (fte > 0 and fte <= 5),
  priority        text check (priority in ('high', 'normal', 'low')),
  state           text not null check (state in (
    'received', 'assessed', 'accepted', 'declined', 'waiting', 'inProgress', 'reported', 'closed')),
  since           date not null,
  reason          text check (length(reason) between 1 and 1000),
  created_at      timestamptz not null,
  version         integer not null default 1 check (version > 0),
  check (num_nonnulls(from_body, requester) = 1),
  check (num_nonnulls(owner_person, owner_organisation, owner_name) <= 1),
  check (state not in ('declined', 'waiting') or reason is not null)
);
create index commission_matter on commission (matter_id);
create index commission_organisation on commission (organisation_id, state);
create index commission_body on commission (from_body, state);
create index commission_owner on commission (owner_person);
create index commission_open on commission (from_body) where state <> 'closed';

-- What is to come of a commission, each part with its own day and state.
create table deliverable (
  id            uuid primary key,
  commission_id uuid not null references commission,
  position      integer not null check (position >= 0),
  text          text not null check (length(text) between 1 and 500),
  due_on        date,
  state         text not null check (state in ('waiting', 'reported', 'dropped')),
  reported_on   date,
  report        text check (length(report) between 1 and 4000),
  unique (commission_id, position) deferrable initially deferred,
  check ((state = 'reported') = (reported_on is not null)),
  check (state <> 'dropped' or report is not null)
);

-- An application for money from outside, as a fact on a matter.
create table external_application (
  id        uuid primary key,
  matter_id uuid not null references matter,
  funder    text not null check (length(funder) between 1 and 200),
  title     text check (length(title) between 1 and 300),
  state     text not null check (state in ('planned', 'submitted', 'granted', 'rejected')),
  since     date
);
create index external_application_matter on external_application (matter_id);

-- What each municipality has said to a matter ("all are in").
create table municipal_commitment (
  matter_id       uuid not null references matter,
  organisation_id uuid not null references organisation,
  answer          text not null check (answer in ('in', 'out', 'undecided')),
  since           date,
  primary key (matter_id, organisation_id)
);
create index municipal_commitment_organisation on municipal_commitment (organisation_id);
