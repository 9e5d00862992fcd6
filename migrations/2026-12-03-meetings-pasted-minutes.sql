-- Minutes that were brought in as text: what was pasted, what was read from it, and the meeting that came of it.

create table pasted_minutes (
  id           uuid primary key,
  -- As it was pasted. Once it has become a meeting, without the names of those who have not agreed to be named.
  text         text not null check (length(text) between 1 and 1000000),
  -- Of the text as it was pasted, without its white space: the same notes are known again.
  digest       bytea not null check (length(digest) = 32),
  file_name    text check (length(file_name) between 1 and 200),
  -- What was read, until somebody has confirmed it.
  read         jsonb,
  pasted_by    uuid not null references person,
  pasted_at    timestamptz not null,
  meeting_id   uuid references meeting,
  confirmed_at timestamptz,
  check ((meeting_id is null) = (confirmed_at is null)),
  check ((meeting_id is null) = (read is not null))
);
create index pasted_minutes_digest on pasted_minutes (digest);
create index pasted_minutes_pasted_by on pasted_minutes (pasted_by);
create unique index pasted_minutes_meeting on pasted_minutes (meeting_id);

-- The bodies whose meeting it was.
create table pasted_minutes_body (
  pasted_id uuid not null references pasted_minutes on delete cascade,
  body_id   uuid not null references body,
  position  integer not null check (position >= 0),
  primary key (pasted_id, body_id)
);
create index pasted_minutes_body_body on pasted_minutes_body (body_id);
