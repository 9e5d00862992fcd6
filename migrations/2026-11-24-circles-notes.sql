-- Notes of a meeting, in sections with one writer at a time.

create table session_note_section (
  id            uuid primary key,
  session_id    uuid not null references session,
  position      integer not null check (position >= 0),
  heading       text not null check (length(heading) between 1 and 120),
  body          text not null default '' check (length(body) <= 8000),
  -- Counts what has been written: a text that was begun from another version stands beside, and replaces nothing.
  version       integer not null default 0 check (version >= 0),
  -- The sitting that wrote what stands here; null: a form without script, or nothing yet.
  hand          uuid,
  saved_by      uuid references person,
  saved_at      timestamptz,
  -- Who writes now, and until when if nothing more comes from them.
  writer_id     uuid references person,
  writing_until timestamptz,
  unique (session_id, position) deferrable initially deferred,
  check (writer_id is null or writing_until is not null)
);

-- How far each sitting of a writer has come: what is sent again after a broken connection is known again by it.
create table session_note_hand (
  section_id uuid not null references session_note_section on delete cascade,
  hand       uuid not null,
  turn       integer not null check (turn >= 0),
  primary key (section_id, hand)
);

-- Texts that do not stand in the notes: those that came beside another's, and those that were written over.
create table session_note_text (
  id         uuid primary key,
  section_id uuid not null references session_note_section on delete cascade,
  body       text not null check (length(body) between 1 and 8000),
  hand       uuid,
  written_by uuid references person,
  written_at timestamptz not null,
  -- Null: somebody is still to say what becomes of it.
  settled_at timestamptz,
  -- What one sitting has put beside is one text, however many times it is saved.
  unique (section_id, hand)
);
create index session_note_text_section on session_note_text (section_id, written_at);

create table session_note_contribution (
  -- Made up by whoever asks for the form, at random: what is sent twice is one, and it does not tell the time.
  id         uuid primary key,
  section_id uuid not null references session_note_section on delete cascade,
  body       text not null check (length(body) between 1 and 2000),
  -- Null: left without a name, and then nothing tells whose it is.
  written_by uuid references person,
  -- A day and no more, so that nobody without a name is told by the minute.
  written_on date not null
);
create index session_note_contribution_section on session_note_contribution (section_id);
