-- What was changed in a round that is out: what it was, what it became, and when. Rows are added and never changed.
create table change_notice (
  id         uuid primary key,
  round_id   uuid not null references round on delete cascade,
  changed_at timestamptz not null,
  changed_by uuid references person
);
create index change_notice_round on change_notice (round_id, changed_at);

-- One thing in a notice. Days, times, modes and numbers are written as the round has them, so that any language can say them.
create table change_notice_thing (
  notice_id  uuid not null references change_notice on delete cascade,
  position   integer not null check (position >= 0),
  kind       text not null check (kind in (
    'added', 'calledOff', 'date', 'time', 'mode', 'venue', 'settled', 'hours', 'cost', 'purpose', 'goal', 'notice')),
  session_id uuid references session on delete cascade,
  -- The day of the meeting once it was changed: what it was called then.
  day        date,
  was        text check (length(was) between 1 and 20000),
  became     text check (length(became) between 1 and 20000),
  primary key (notice_id, position),
  -- A thing is either about one meeting or about the whole round.
  check ((session_id is not null) = (kind in ('added', 'calledOff', 'date', 'time', 'mode', 'venue', 'settled'))),
  check (day is null or session_id is not null),
  -- What is as it was has not been changed.
  check (was is distinct from became or kind in ('added', 'calledOff', 'settled'))
);
create index change_notice_thing_session on change_notice_thing (session_id);

-- Whom a change concerned when it was made, and whether we know that they have seen it.
create table change_notice_reader (
  notice_id       uuid not null references change_notice on delete cascade,
  registration_id uuid not null references registration on delete cascade,
  seen_at         timestamptz,
  -- How we know: they opened the circle, pressed the button behind a mailed link, or were told by telephone.
  seen_by         text check (seen_by in ('room', 'link', 'call')),
  primary key (notice_id, registration_id),
  check ((seen_at is null) = (seen_by is null))
);
create index change_notice_reader_registration on change_notice_reader (registration_id);
