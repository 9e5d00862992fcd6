-- What was said: notes or minutes of a meeting, the common part and each body's own.

create table minutes_part (
  id                 uuid primary key,
  meeting_id         uuid not null references meeting,
  -- Null: the common part.
  body_id            uuid,
  -- Working: only those who sit in the bodies see it, and it is no official document. Final: what it says has happened.
  state              text not null check (state in ('working', 'adjusting', 'final')),
  finished_at        timestamptz,
  finished_by        uuid references person,
  diary_number       text check (length(diary_number) between 1 and 100),
  secrecy_checked_at timestamptz,
  secrecy_checked_by uuid references person,
  -- How it was when it became final: whether enough had come (null: nobody is counted), and whether the bodies may decide.
  had_quorum         boolean,
  had_mandate        boolean,
  version            integer not null default 1 check (version > 0),
  foreign key (meeting_id, body_id) references meeting_body,
  check ((state = 'final') = (finished_at is not null)),
  check ((secrecy_checked_at is null) = (secrecy_checked_by is null))
);
create unique index minutes_part_once on minutes_part (meeting_id, body_id) nulls not distinct;

-- An item as it was talked about. Its text is written by one at a time, several times a minute.
create table minutes_item (
  id               uuid primary key,
  part_id          uuid not null references minutes_part,
  agenda_item_id   uuid references agenda_item,
  position         integer not null check (position >= 0),
  heading          text not null check (length(heading) between 1 and 200),
  body             text not null default '' check (length(body) <= 8000),
  -- Counts what has been written: a text that was begun from another version stands beside, and replaces nothing.
  version          integer not null default 0 check (version >= 0),
  hand             uuid,
  saved_by         uuid references person,
  saved_at         timestamptz,
  writer_id        uuid references person,
  writing_until    timestamptz,
  -- What came of it. Null: nobody has said yet.
  kind             text check (kind in ('information', 'discussion', 'decision', 'commission', 'parked', 'continued', 'referred')),
  matter_id        uuid references matter,
  -- What was decided, or what the commission is.
  outcome          text check (length(outcome) between 1 and 4000),
  decided_by       uuid references body,
  decided_by_name  text check (length(decided_by_name) between 1 and 200),
  decided_on       date,
  decided_day      text check (decided_day ~ '^--[01][0-9]-[0-3][0-9]$'),
  review_on        date,
  owner_person     uuid references person,
  owner_organisation uuid references organisation,
  owner_name       text check (length(owner_name) between 1 and 200),
  due_on           date,
  reason           text check (length(reason) between 1 and 1000),
  parked_until     date,
  parked_event     text check (length(parked_event) between 1 and 300),
  refer_to         uuid references body,
  unique (part_id, position) deferrable initially deferred,
  check (writer_id is null or writing_until is not null),
  check (num_nonnulls(decided_by, decided_by_name) <= 1),
  check (num_nonnulls(decided_on, decided_day) <= 1),
  check (num_nonnulls(owner_person, owner_organisation, owner_name) <= 1),
  check (kind <> 'parked' or reason is not null),
  check (kind <> 'referred' or refer_to is not null)
);
create index minutes_item_matter on minutes_item (matter_id);
create index minutes_item_agenda on minutes_item (agenda_item_id);
create index minutes_item_in_words on minutes_item using gin (
  to_tsvector('swedish', heading || ' ' || body || ' ' || coalesce(outcome, '')));

create table minutes_deliverable (
  item_id  uuid not null references minutes_item on delete cascade,
  position integer not null check (position >= 0),
  text     text not null check (length(text) between 1 and 500),
  due_on   date,
  primary key (item_id, position)
);

-- How far each sitting of a writer has come: what is sent again after a broken connection is known again by it.
create table minutes_hand (
  item_id uuid not null references minutes_item on delete cascade,
  hand    uuid not null,
  turn    integer not null check (turn >= 0),
  primary key (item_id, hand)
);

-- Texts that do not stand in the minutes: those that came beside another's, and those that were written over.
create table minutes_other_text (
  id         uuid primary key,
  item_id    uuid not null references minutes_item on delete cascade,
  body       text not null check (length(body) between 1 and 8000),
  hand       uuid,
  written_by uuid references person,
  written_at timestamptz not null,
  settled_at timestamptz,
  unique (item_id, hand)
);
create index minutes_other_text_item on minutes_other_text (item_id, written_at);

-- Who takes notes. Several may, each for the parts they were asked to.
create table minutes_note_taker (
  -- A row of its own, because the person may turn out to be another entry (docs/decisions/013).
  id         uuid primary key default gen_random_uuid(),
  part_id   uuid not null references minutes_part,
  person_id uuid not null references person,
  unique (part_id, person_id)
);
create index minutes_note_taker_person on minutes_note_taker (person_id);

-- Who is to go through the minutes and say that they are right, where the body wants that.
create table minutes_adjuster (
  -- A row of its own, because the person may turn out to be another entry (docs/decisions/013).
  id         uuid primary key default gen_random_uuid(),
  part_id     uuid not null references minutes_part,
  person_id   uuid not null references person,
  adjusted_at timestamptz,
  unique (part_id, person_id)
);
create index minutes_adjuster_person on minutes_adjuster (person_id);

-- What was added or put right after the minutes were final: an addition, never a change.
create table minutes_addition (
  id         uuid primary key,
  part_id    uuid not null references minutes_part,
  item_id    uuid references minutes_item,
  text       text not null check (length(text) between 1 and 4000),
  written_by uuid not null references person,
  written_at timestamptz not null
);
create index minutes_addition_part on minutes_addition (part_id, written_at);
