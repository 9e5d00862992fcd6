-- What was erased because its time was up: how many of each kind and day, and never what it was. Stays, so that those
-- who answer for personal data can show that it is done.
create table erasure (
  kind    text not null check (kind ~ '^[a-z][A-Za-z]*$'),
  day     date not null,
  erased  integer not null check (erased >= 0),
  -- When it was last looked for, also when there was nothing.
  last_at timestamptz not null,
  primary key (kind, day)
);
create index erasure_day on erasure (day);
