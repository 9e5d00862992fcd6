-- Applications that came in by another service's form, read from the file it gives.

-- A file somebody has sent, with how its columns are to be understood. Its rows are worked out anew each time they are
-- shown or taken in; the file itself is kept a few days, and then only its mark is left.
create table import_file (
  id           uuid primary key,
  round_id     uuid not null references round,
  name         text not null check (length(name) between 1 and 200),
  -- SHA-256 of the file as it was sent: which file an import was made from can be proved without keeping it.
  hash         text not null,
  content      bytea,
  -- Which column gives which answer, and what holds for every row.
  mapping      jsonb not null,
  sent_by      uuid references person,
  sent_at      timestamptz not null,
  delete_after timestamptz not null
);
create index import_file_round on import_file (round_id);
create index import_file_due on import_file (delete_after) where content is not null;

alter table registration
  add column import_id uuid references import_file,
  -- The same in every file that holds the same application, so that nothing comes in twice.
  add column import_key text,
  add check ((import_id is null) = (import_key is null));
create unique index registration_import_key on registration (round_id, import_key);
