-- Who was at a meeting. A row is written for those whose presence somebody has noted; no row means that nobody has said.
create table attendance (
  id              uuid primary key,
  session_id      uuid not null references session on delete cascade,
  registration_id uuid not null references registration on delete cascade,
  -- On site, by the digital way in, somebody else from the workplace instead, away with notice, away without.
  state           text not null check (state in ('present', 'digital', 'substitute', 'excused', 'absent')),
  -- Whether a leader noted it, or the participant showed the code of the room.
  noted_by        text not null check (noted_by in ('leader', 'code')),
  noted_at        timestamptz not null,
  -- Whoever shows the code of the room is there: it never says that somebody is away.
  check (noted_by = 'leader' or state in ('present', 'digital')),
  -- One person is at a meeting once, however many note it at the same moment.
  unique (session_id, registration_id)
);
create index attendance_registration on attendance (registration_id);

-- Those who were at a meeting without a seat: leaders, facilitators and guests. They are never counted among the seats.
create table attendance_visitor (
  id         uuid primary key,
  session_id uuid not null references session on delete cascade,
  -- Null once it has been erased: that somebody was there can still be counted.
  name       text check (length(name) between 1 and 200),
  part       text not null check (part in ('leader', 'facilitator', 'guest'))
);
-- The same name is noted once a meeting.
create unique index attendance_visitor_once on attendance_visitor (session_id, lower(name));

-- The code by which those in the room note themselves. A meeting has one at a time; a new one ends the one before.
create table attendance_code (
  session_id uuid primary key references session on delete cascade,
  code       text not null check (code ~ '^[0-9]{6}$'),
  expires_at timestamptz not null
);
