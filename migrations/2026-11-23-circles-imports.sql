-- Applications that came in by another service's form, read from the file it gives.

-- A file somebody has sent, with how its columns are to be understood. Kept a few days, then only its mark is left.
create table import_file (
  id           uuid primary key,
  round_id     uuid not null references round,
  name         text not null check (length(name) between 1 and 200),
  -- SHA-256 of the file as it was sent: which file an import was made from can be proved without keeping it.
  hash         text not null,
  content      bytea,
  -- Which column gives which answer, and what holds for every row.
  mapping      jsonb,
  way          text not null check (way in ('phone', 'mail', 'letter', 'inPerson', 'otherForm')),
  sent_by      uuid references person,
  sent_at      timestamptz not null,
  delete_after timestamptz not null
);
create index import_file_round on import_file (round_id);
create index import_file_due on import_file (delete_after) where content is not null;

-- What each row of it says, as it was understood. Erased together with the file.
create table import_row (
  import_id  uuid not null references import_file on delete cascade,
  line       integer not null,
  -- As they stand in the file, to be recognised by.
  name       text not null,
  email      text,
  reached_at timestamptz,
  -- The same in every file that holds the same application, so that nothing comes in twice.
  key        text not null,
  application jsonb,
  problems   jsonb not null default '[]',
  primary key (import_id, line)
);
create index import_row_key on import_row (import_id, key);
create index import_row_email on import_row (import_id, email);

alter table registration
  add column import_id uuid references import_file,
  add column import_key text,
  add check ((import_id is null) = (import_key is null));

-- The same row of a form's file comes in once, whoever imports it and how often.
create unique index registration_import_key on registration (round_id, import_key);
