-- What a meeting is to talk about.

create table agenda_item (
  id         uuid primary key,
  meeting_id uuid not null references meeting,
  -- Whose part of a joint meeting it belongs to. Null: the common part.
  body_id    uuid,
  position   integer not null check (position >= 0),
  title      text not null check (length(title) between 1 and 200),
  text       text check (length(text) between 1 and 4000),
  -- Why it is there: put there by somebody, or come back by itself.
  comes_from text not null check (comes_from in ('added', 'parked', 'continued', 'commission', 'referred', 'review', 'raised')),
  matter_id  uuid references matter,
  minutes    integer check (minutes between 1 and 600),
  presenter  text check (length(presenter) between 1 and 200),
  foreign key (meeting_id, body_id) references meeting_body,
  check (comes_from = 'added' or matter_id is not null)
);
create index agenda_item_meeting on agenda_item (meeting_id, position);
create index agenda_item_matter on agenda_item (matter_id);

-- For which bodies a matter stands on an agenda that is still to be gone through: one at a time for each body.
create table matter_on_agenda (
  item_id   uuid not null references agenda_item on delete cascade,
  matter_id uuid not null references matter,
  body_id   uuid not null references body,
  is_open   boolean not null default true,
  primary key (item_id, body_id)
);
create unique index matter_on_agenda_once on matter_on_agenda (matter_id, body_id) where is_open;
create index matter_on_agenda_body on matter_on_agenda (body_id) where is_open;

-- Papers for a meeting, or for one body's part of it.
create table meeting_paper (
  id         uuid primary key,
  meeting_id uuid not null references meeting,
  body_id    uuid,
  item_id    uuid references agenda_item on delete set null,
  title      text not null check (length(title) between 1 and 200),
  link       text check (length(link) between 1 and 2000),
  file       file_key,
  file_name  text check (length(file_name) between 1 and 200),
  -- Whether it is the one in plain language, for service-user representatives and everybody else.
  is_plain   boolean not null default false,
  added_at   timestamptz not null,
  foreign key (meeting_id, body_id) references meeting_body,
  check (num_nonnulls(link, file) = 1),
  check ((file is null) = (file_name is null))
);
create index meeting_paper_meeting on meeting_paper (meeting_id);

-- Whether those invited come.
create table meeting_reply (
  -- A row of its own, because the person may turn out to be another entry (docs/decisions/013).
  id         uuid primary key default gen_random_uuid(),
  meeting_id uuid not null references meeting,
  person_id  uuid not null references person,
  answer     text not null check (answer in ('inPlace', 'digital', 'no', 'substitute')),
  answered_at timestamptz not null,
  unique (meeting_id, person_id)
);
create index meeting_reply_person on meeting_reply (person_id);
