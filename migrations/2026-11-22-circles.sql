-- Circles: programmes, rounds, sessions, applications, the managers' word, places.

create table activity_kind (
  code        text primary key check (code ~ '^[a-z][A-Za-z]*$'),
  name_sv     text not null,
  name_en     text not null,
  -- "What is this form": shown on every round of the kind that has no text of its own.
  explanation text not null default '',
  position    integer not null
);
insert into activity_kind (code, name_sv, name_en, explanation, position) values
  ('researchCircle', 'Forskningscirkel', 'Research circle', 'I en forskningscirkel arbetar praktiker och forskare tillsammans med aktuell kunskap om ett problem från vardagen. Deltagarnas erfarenhet väger lika tungt som forskningen.', 1),
  ('developmentCircle', 'Utvecklingscirkel', 'Development circle', 'I en utvecklingscirkel undersöker ni era egna förutsättningar och prövar er fram mellan träffarna, med stöd av forskare.', 2),
  ('rdCircle', 'FoU-cirkel', 'R&D circle', 'I en FoU-cirkel fördjupar sig kollegor från olika verksamheter i en fråga tillsammans med en FoU-enhet.', 3),
  ('learningCircle', 'Lärandecirkel', 'Learning circle', 'I en lärandecirkel träffas kollegor från olika arbetsplatser och lär av varandra kring ett tema.', 4),
  ('networkDay', 'Nätverksdag', 'Network day', '', 5),
  ('themeDay', 'Temadag', 'Theme day', '', 6),
  ('training', 'Utbildning', 'Training', '', 7);

create table programme (
  id              uuid primary key,
  organisation_id uuid not null references organisation,
  kind            text not null references activity_kind,
  slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name            text not null check (length(name) between 1 and 200),
  created_at      timestamptz not null default now()
);
create index programme_organisation on programme (organisation_id);

create table round (
  id                   uuid primary key,
  programme_id         uuid not null references programme,
  organisation_id      uuid not null references organisation,
  kind                 text not null references activity_kind,
  slug                 text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  state                text not null default 'draft' check (state in (
    'draft', 'published', 'closed', 'allocated', 'running', 'followUpPending', 'completed', 'cancelled')),
  -- Raised when something changes that a participant or a manager has said yes to.
  version              integer not null default 1,

  -- The story
  title                text not null check (length(title) between 1 and 200),
  lead                 text,
  theme                text,
  theme_short          text,
  theme_definition     text,
  theme_source         text,
  theme_reason         text,
  background           text,
  practice_problem     text,
  purpose              text,
  goal                 text,
  form_text            text,
  beneficiaries        text[] not null default '{}' check (beneficiaries <@ array['unit', 'municipality', 'county']),
  audience             text,
  written_output       text check (written_output in ('required', 'optional', 'none')),

  -- The frame. Null is "not known yet" everywhere.
  planned_term         text check (planned_term ~ '^[0-9]{4}-(spring|autumn)$'),
  cost                 integer check (cost >= 0),
  funder               text,
  agreement            text,
  hours                integer check (hours between 1 and 2000),
  target_capacity      integer check (target_capacity between 1 and 1000),
  hard_capacity        integer check (hard_capacity between 1 and 1000),
  capacity_approximate boolean not null default false,
  minimum_participants integer check (minimum_participants between 1 and 1000),
  go_no_go_date        date,
  external_link        text,
  material_by_post     boolean,
  asks_diet            boolean not null default false,
  asks_age_group       boolean not null default false,
  asks_adaptation      boolean not null default true,

  -- The way in
  allocation           text check (allocation in ('firstCome', 'selection')),
  manager_consultation text not null default 'declared' check (manager_consultation in ('none', 'declared', 'confirmed')),
  deadline             date,
  open_until_full      boolean not null default false,
  notice_date          date,
  notice_month         text check (notice_month ~ '^([0-9]{4})?-?-[0-9]{2}$'),
  answer_days          integer not null default 3 check (answer_days between 1 and 20),

  published_at         timestamptz,
  notices_sent_at      timestamptz,
  -- The day somebody decided to hold the round although it had fewer participants than the minimum.
  go_decided_on        date,
  cancelled_reason     text,
  created_by           uuid references person,
  created_at           timestamptz not null default now(),
  updated_at           timestamptz not null default now(),
  check (target_capacity is null or hard_capacity is null or target_capacity <= hard_capacity),
  check (state in ('draft', 'cancelled') or (allocation is not null and hard_capacity is not null)),
  check ((state = 'cancelled') = (cancelled_reason is not null))
);
create index round_organisation on round (organisation_id);
create index round_programme on round (programme_id);
create index round_state on round (state);

alter table role_assignment add foreign key (round_id) references round;

-- What a draft was read from: the original, and which words gave which value.
create table round_source (
  round_id   uuid primary key references round on delete cascade,
  text       text not null,
  file_name  text,
  read       jsonb not null,
  created_at timestamptz not null default now(),
  -- When somebody had compared what was read with the words, and put it right.
  confirmed_at timestamptz
);

create table session (
  id          uuid primary key,
  round_id    uuid not null references round on delete cascade,
  position    integer not null,
  date        date,
  starts      time,
  ends        time,
  kind        text not null default 'regular' check (kind in ('kickOff', 'regular', 'closing', 'followUp')),
  mode        text check (mode in ('physical', 'digital', 'hybrid')),
  provisional boolean not null default false,
  venue       text,
  catering    boolean,
  theme       text,
  audience    text,
  -- iCalendar SEQUENCE: raised whenever what a calendar shows has changed.
  sequence    integer not null default 0,
  -- Called off after publishing. It keeps standing, struck through, so that calendars can be told.
  called_off  boolean not null default false,
  check (starts is null or ends is null or starts < ends),
  unique (round_id, position) deferrable initially deferred
);

create table round_leader (
  id        uuid primary key,
  round_id  uuid not null references round on delete cascade,
  position  integer not null,
  name      text not null,
  title     text,
  -- A facilitator takes part without taking a seat.
  part      text not null default 'leader' check (part in ('leader', 'facilitator')),
  person_id uuid references person,
  unique (round_id, position) deferrable initially deferred
);

create table round_contact (
  id       uuid primary key,
  round_id uuid not null references round on delete cascade,
  position integer not null,
  name     text not null,
  title    text,
  email    text,
  phone    text,
  unique (round_id, position) deferrable initially deferred
);

create table guiding_question (
  id       uuid primary key,
  round_id uuid not null references round on delete cascade,
  position integer not null,
  source   text not null check (source in ('research', 'profession', 'serviceUser')),
  text     text not null,
  unique (round_id, position) deferrable initially deferred
);

create table eligibility_rule (
  id       uuid primary key,
  round_id uuid not null references round on delete cascade,
  position integer not null,
  text     text not null,
  strength text not null check (strength in ('required', 'recommended')),
  unique (round_id, position) deferrable initially deferred
);

create table deadline_change (
  id              uuid primary key,
  round_id        uuid not null references round on delete cascade,
  old_deadline    date,
  new_deadline    date,
  open_until_full boolean not null,
  reason          text not null,
  changed_by      uuid references person,
  changed_at      timestamptz not null,
  check (old_deadline is null or new_deadline is null or new_deadline > old_deadline)
);
create index deadline_change_round on deadline_change (round_id);

create table registration (
  id              uuid primary key,
  round_id        uuid not null references round,
  -- Taken while the round is locked: the only order there is. Clocks and ids decide nothing.
  queue_no        integer not null,
  applied_at      timestamptz not null,
  state           text not null check (state in (
    'unconfirmed', 'lapsed', 'merged', 'applied', 'held', 'placed', 'waitlisted', 'offered', 'declined',
    'ineligible', 'withdrawn', 'noShow', 'completed')),
  confirm_by      timestamptz not null,
  confirmed_at    timestamptz,
  person_id       uuid references person,
  merged_into     uuid references registration,
  late            boolean not null default false,
  -- A place that waits for the manager's answer is kept until then, once.
  held_until      timestamptz,
  hold_used       boolean not null default false,

  name            text not null,
  email           text not null check (email = lower(email)),
  language        text not null default 'sv' check (language in ('sv', 'en')),
  workplace       text not null,
  employer        text not null,
  organisation_id uuid references organisation,
  sector          text not null check (sector in ('socialServices', 'healthCare', 'school', 'civilSociety', 'university', 'other')),
  profession      text not null,
  age_group       text,
  motivation      text,
  hours_accepted  integer,
  round_version   integer not null,

  ineligible_reason text,
  decided_by      uuid references person,
  state_since     timestamptz not null,
  -- Two numbers of the same person change places in one statement, so they are compared when it is done.
  unique (round_id, queue_no) deferrable initially immediate,
  check ((state in ('unconfirmed', 'lapsed')) or confirmed_at is not null or state = 'withdrawn'),
  check ((state = 'merged') = (merged_into is not null)),
  check (state <> 'ineligible' or ineligible_reason is not null)
);
create index registration_person on registration (person_id);
create index registration_round_state on registration (round_id, state, queue_no);
create index registration_email on registration (round_id, email);
-- Those for whom time is running: looked through every few minutes.
create index registration_time on registration (state) where state in ('unconfirmed', 'held', 'offered');

-- One live, confirmed application per person and round. The others stay, because they are history.
create unique index registration_live on registration (round_id, person_id)
  where state in ('applied', 'held', 'placed', 'waitlisted', 'offered');

-- What is asked for a purpose and erased after it: kept apart so that erasing is one statement.
create table registration_extra (
  registration_id uuid primary key references registration,
  diet            text,
  adaptation      text,
  postal_address  text,
  delete_after    date not null
);

create table eligibility_answer (
  registration_id uuid not null references registration,
  rule_id         uuid not null references eligibility_rule,
  meets           boolean not null,
  primary key (registration_id, rule_id)
);

create table manager_consultation (
  registration_id uuid primary key references registration,
  form            text not null check (form in ('declared', 'confirmed')),
  state           text not null check (state in ('declared', 'waiting', 'yes', 'no', 'question')),
  manager_name    text,
  manager_email   text check (manager_email = lower(manager_email)),
  -- Whether the address lies in a domain registered for an organisation and is not the applicant's own.
  address_known   boolean not null default false,
  -- The round's version, dates, hours, purpose and mandate as they were shown.
  shown           jsonb not null,
  asked_at        timestamptz,
  reminded_at     timestamptz,
  reminders       integer not null default 0,
  answered_at     timestamptz,
  question        text
);

create table selection_decision (
  registration_id uuid primary key references registration,
  outcome         text not null check (outcome in ('place', 'wait', 'decline')),
  reason          text not null check (length(reason) > 0),
  decided_by      uuid references person,
  decided_at      timestamptz not null
);

create table waitlist_offer (
  id              uuid primary key,
  registration_id uuid not null references registration,
  offered_at      timestamptz not null,
  answer_by       timestamptz not null,
  answer          text check (answer in ('yes', 'no', 'silent', 'revoked')),
  answered_at     timestamptz
);
create unique index waitlist_offer_open on waitlist_offer (registration_id) where answer is null;

-- The one lock for everything that gives, takes or counts places in a round. It gives the round as it is once the
-- lock is held: a statement that waited would otherwise see what the round was before. A function, so that a test
-- can switch the lock off and see that places are then given twice.
create function lock_round(wanted uuid) returns setof round language sql as
  $$ select * from round where id = wanted for update $$;
