-- The hours a circle asks for outside its meetings, and what those who take part note of their own.
alter table assignment
  -- What the assignment is thought to take. Null: nobody has said.
  add column minutes integer check (minutes between 1 and 12000);
alter table session_material
  -- What it is thought to take to read. Null: nobody has said.
  add column minutes integer check (minutes between 1 and 12000);

-- Time that somebody with a place notes for themselves. It is theirs: nobody is asked to, and nobody else reads the lines.
create table noted_time (
  id              uuid primary key,
  registration_id uuid not null references registration on delete cascade,
  day             date not null,
  minutes         integer not null check (minutes between 1 and 1440),   -- a day has no more
  purpose         text not null check (purpose in ('assignment', 'reading', 'other')),
  words           text check (length(words) between 1 and 200),
  noted_at        timestamptz not null
);
create index noted_time_registration on noted_time (registration_id, day);
