-- A file of organisations or memberships that somebody has sent and looks through before it is taken in. What each row
-- would do is worked out anew each time it is looked at, so it is never older than the register. Erased after some days.
create table organisation_import (
  id           uuid primary key,
  name         text not null check (length(name) between 1 and 200),
  -- SHA-256 of the file as it was sent.
  hash         text not null check (hash ~ '^[0-9a-f]{64}$'),
  content      bytea not null,
  sent_by      uuid references person,
  sent_at      timestamptz not null,
  delete_after timestamptz not null
);
create index organisation_import_due on organisation_import (delete_after);
