-- How what was learnt in a circle reaches more than those who were in it.

-- How many colleagues a participant means to reach: said before anything is told, so that it is a target.
create table spread_target (
  registration_id uuid primary key references registration,
  colleagues      integer not null check (colleagues between 1 and 10000),
  set_at          timestamptz not null
);

-- One time when a participant told others at home.
create table spread (
  id              uuid primary key,
  registration_id uuid not null references registration,
  told_on         date not null,
  audience        text not null check (length(audience) between 1 and 300),
  manner          text not null check (manner in ('workplaceMeeting', 'training', 'presentation', 'writing', 'conversation', 'other')),
  -- Colleagues who are not counted already.
  reached         integer not null check (reached between 0 and 10000),
  created_at      timestamptz not null
);
create index spread_registration on spread (registration_id, told_on);
