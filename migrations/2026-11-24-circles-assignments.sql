-- What the people of a circle do between its meetings, and what each of them has written about it.
create table assignment (
  id           uuid primary key,
  round_id     uuid not null references round,
  -- Null: the meeting was taken out of the plan; the assignment stands on the page of the circle all the same.
  given_at     uuid references session on delete set null,
  -- Null: due before no meeting in particular, and then nobody is late.
  due_before   uuid references session on delete set null,
  title        text not null check (length(title) between 1 and 200),
  task         text not null check (length(task) between 1 and 5000),
  -- Who reads what was handed in: all in the circle, or those who lead it.
  visibility   text not null check (visibility in ('group', 'leaders')),
  created_at   timestamptz not null,
  -- Nothing is due before the meeting at which it was given.
  check (given_at <> due_before)
);
create index assignment_round on assignment (round_id, created_at);
create index assignment_given_at on assignment (given_at);
create index assignment_due_before on assignment (due_before);

create table assignment_submission (
  id              uuid primary key,
  assignment_id   uuid not null references assignment,
  registration_id uuid not null references registration on delete cascade,
  body            text not null check (length(body) <= 20000),
  -- Which saving this is: a text that was written from an earlier one never replaces it unseen.
  version         integer not null check (version > 0),
  saved_at        timestamptz not null,
  -- Null: a draft, which nobody else reads.
  handed_in_at    timestamptz,
  late            boolean not null,
  feedback        text check (length(feedback) between 1 and 5000),
  answered_at     timestamptz,
  answered_by     uuid references person,
  -- Each has one text for each assignment.
  unique (assignment_id, registration_id),
  check (handed_in_at is null or length(body) > 0),         -- nothing is not handed in
  check (not late or handed_in_at is not null),             -- only what is handed in can be late
  check ((feedback is null) = (answered_at is null)),
  check (answered_at is null or handed_in_at is not null)   -- a draft is answered by nobody
);
create index assignment_submission_registration on assignment_submission (registration_id);
