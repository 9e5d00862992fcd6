-- Where a digital meeting is joined. Shown and sent to those who have a place and to those who lead, to nobody else: it
-- stands beside the meeting and not among what is read together with it, so that no public answer can hold it.
create table session_join_link (
  session_id uuid primary key references session on delete cascade,
  address    text not null check (address ~ '^https?://[^\s]+$' and length(address) <= 1000)
);
