-- Matters that were put off from a meeting they would have come back to. They come to the next one instead.

create table agenda_postponed (
  meeting_id   uuid not null references meeting,
  matter_id    uuid not null references matter,
  postponed_at timestamptz not null,
  primary key (meeting_id, matter_id)
);
create index agenda_postponed_matter on agenda_postponed (matter_id);

-- A matter stands once on an agenda, also when it concerns several of the bodies that meet.
create unique index agenda_item_matter_once on agenda_item (meeting_id, matter_id) where matter_id is not null;
