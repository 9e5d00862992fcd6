-- Who answers for a round, and how that has passed from one to another.

-- Null: whoever made it.
alter table round add column responsible_id uuid references person;
create index round_responsible on round ((coalesce(responsible_id, created_by)));

create table round_handover (
  id             uuid primary key,
  round_id       uuid not null references round,
  -- Null: nobody in particular answered for it.
  from_id        uuid references person,
  to_id          uuid not null references person,
  -- Whoever led the round by a role in it sees it still, or no more.
  keeps_reading  boolean not null,
  takes_contacts boolean not null,
  note           text check (length(note) between 1 and 2000),
  handed_by      uuid references person,
  handed_at      timestamptz not null,
  check (from_id is null or from_id <> to_id)
);
create index round_handover_round on round_handover (round_id, handed_at);
