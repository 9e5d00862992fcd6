-- What was decided is brought in: phase by phase, with somebody responsible, and with something taken away.

create table introduction (
  id             uuid primary key,
  appraisal_id   uuid not null unique references appraisal,
  phase          text not null check (phase in ('need', 'installation', 'initialUse', 'fullUse', 'maintained', 'phasedOut')),
  responsible_role text not null check (length(responsible_role) between 1 and 200),
  responsible_id uuid references person,
  training       text check (length(training) between 1 and 2000),
  -- How many are to be trained, and how many are.
  to_train       integer check (to_train between 0 and 100000),
  trained        integer check (trained between 0 and 100000),
  version        integer not null default 1 check (version > 0)
);
create index introduction_responsible on introduction (responsible_id);

create table introduction_phase (
  id              uuid primary key,
  introduction_id uuid not null references introduction,
  phase           text not null check (phase in ('need', 'installation', 'initialUse', 'fullUse', 'maintained', 'phasedOut')),
  from_day        date not null,
  note            text check (length(note) between 1 and 1000)
);
create index introduction_phase_introduction on introduction_phase (introduction_id, from_day);

-- What is to be done, by whom and when; a reminder comes before the day.
create table introduction_step (
  id              uuid primary key,
  introduction_id uuid not null references introduction,
  position        integer not null check (position >= 0),
  kind            text not null check (kind in ('step', 'takenAway')),
  text            text not null check (length(text) between 1 and 300),
  role            text check (length(role) between 1 and 200),
  due_on          date,
  done_on         date
);
create index introduction_step_introduction on introduction_step (introduction_id, position);

-- Whether a core component is used as intended, looked at on a day.
create table fidelity_check (
  id              uuid primary key,
  introduction_id uuid not null references introduction,
  component_id    uuid not null references core_component,
  checked_on      date not null,
  fidelity        text not null check (fidelity in ('asIntended', 'partly', 'notDone', 'notKnown')),
  note            text check (length(note) between 1 and 1000),
  unique (introduction_id, component_id, checked_on)
);
create index fidelity_check_component on fidelity_check (component_id);
