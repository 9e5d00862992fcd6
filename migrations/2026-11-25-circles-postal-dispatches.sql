-- Material that is sent to the participants of a circle by post.
create table postal_dispatch (
  id         uuid primary key,
  round_id   uuid not null references round on delete cascade,
  contents   text not null check (length(contents) between 1 and 500),
  -- Null: it is meant to be sent.
  sent_on    date,
  -- Nothing is to be sent after it: the postal addresses are erased some time after it was sent.
  is_last    boolean not null default false,
  created_at timestamptz not null
);
create index postal_dispatch_round on postal_dispatch (round_id, created_at);
-- A circle has one last dispatch.
create unique index postal_dispatch_last on postal_dispatch (round_id) where is_last;
