-- When and where a meeting was to be before it was changed, for those who had been called to it.

create table meeting_change (
  id          uuid primary key,
  meeting_id  uuid not null references meeting,
  changed_at  timestamptz not null,
  was_title   text not null check (length(was_title) between 1 and 200),
  was_day     date not null,
  was_starts  time,
  was_ends    time,
  was_mode    text check (was_mode in ('physical', 'digital', 'hybrid')),
  was_venue   text check (length(was_venue) between 1 and 300),
  was_joined  text check (length(was_joined) between 1 and 2000)
);
create index meeting_change_meeting on meeting_change (meeting_id, changed_at);
