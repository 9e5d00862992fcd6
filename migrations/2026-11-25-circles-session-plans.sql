-- What a circle goes through, and how each of its meetings is planned.

create table circle_theme (
  id       uuid primary key,
  round_id uuid not null references round on delete cascade,
  position integer not null check (position >= 0),
  name     text not null check (length(name) between 1 and 200),
  unique (round_id, position) deferrable initially deferred,
  -- Two of one name would part its meetings between them.
  unique (round_id, name) deferrable initially deferred,
  -- So that a meeting takes up only what its own circle goes through.
  unique (round_id, id)
);

alter table session add unique (round_id, id);

create table session_theme (
  round_id   uuid not null references round on delete cascade,
  session_id uuid not null references session on delete cascade,
  theme_id   uuid not null references circle_theme on delete cascade,
  primary key (session_id, theme_id),
  foreign key (round_id, session_id) references session (round_id, id) on delete cascade,
  foreign key (round_id, theme_id) references circle_theme (round_id, id) on delete cascade
);
create index session_theme_theme on session_theme (theme_id);

-- Who contributes to a meeting without leading it, and from which perspective.
create table session_contributor (
  id               uuid primary key,
  session_id       uuid not null references session on delete cascade,
  position         integer not null check (position >= 0),
  name             text not null check (length(name) between 1 and 200),
  role             text check (length(role) between 1 and 200),
  organisation     text check (length(organisation) between 1 and 200),
  perspective      text not null check (perspective in (
    'research', 'law', 'organisation', 'collaboration', 'profession', 'serviceUser', 'nationalProgramme', 'own')),
  perspective_word text check (length(perspective_word) between 1 and 80),
  unique (session_id, position) deferrable initially deferred,
  -- A perspective of one's own is nothing without its word, and the others have theirs.
  check ((perspective = 'own') = (perspective_word is not null))
);

create table session_plan_item (
  id         uuid primary key,
  session_id uuid not null references session on delete cascade,
  position   integer not null check (position >= 0),
  -- The part of the usual course of a meeting that this is; null: something of this meeting's own.
  part       text check (part in ('sinceLast', 'assignment', 'reading', 'work', 'next')),
  heading    text not null check (length(heading) between 1 and 120),
  minutes    integer check (minutes between 1 and 600),
  text       text check (length(text) between 1 and 2000),
  unique (session_id, position) deferrable initially deferred
);

-- Which part of the usual course a section of the notes is about, so that what was given at the meeting is shown there.
alter table session_note_section
  add column part text check (part in ('sinceLast', 'assignment', 'reading', 'work', 'next'));
