-- What search has to read anew, and what readers keep of it.

-- Something that can be found has changed. Written by the tables themselves, so that no way of changing them can be
-- forgotten; every process reads what is new here and brings its own index up to date. Rows are erased after a day.
create table search_change (
  id         bigint generated always as identity primary key,
  kind       text not null,
  thing_id   uuid not null,
  -- The transaction that wrote it: one that is seen late is not passed over.
  written_in xid8 not null default pg_current_xact_id(),
  written_at timestamptz not null default now()
);
create index search_change_written_in on search_change (written_in);
create index search_change_written_at on search_change (written_at);

-- A search that somebody keeps. Told monthly of what is new, when they want to be.
create table saved_search (
  id           uuid primary key,
  person_id    uuid not null references person,
  words        text not null check (length(words) between 1 and 300),
  -- What it was narrowed to: kinds, terms.
  facets       jsonb not null default '{}',
  is_mailed    boolean not null default false,
  last_told_on date,
  created_at   timestamptz not null
);
create index saved_search_person on saved_search (person_id);

-- Words that found nothing. Of nobody: a day, and how many times.
create table search_miss (
  words     text not null check (length(words) between 1 and 300),
  missed_on date not null,
  times     integer not null default 1 check (times > 0),
  primary key (words, missed_on)
);
create index search_miss_day on search_miss (missed_on);

-- What somebody wants to be told of by mail, once a month: what is new of these words. No words: everything.
create table knowledge_digest (
  person_id    uuid primary key references person,
  last_told_on date,
  created_at   timestamptz not null
);
create table knowledge_digest_term (
  person_id uuid not null references knowledge_digest on delete cascade,
  term_id   uuid not null references knowledge_term,
  primary key (person_id, term_id)
);
create index knowledge_digest_term_term on knowledge_digest_term (term_id);

-- Notes that a thing that can be found has changed: the first argument is its kind, the second the column that names it.
create function note_search_change() returns trigger language plpgsql as $$
declare
  was uuid := case when tg_op <> 'INSERT' then (to_jsonb(old) ->> tg_argv[1])::uuid end;
  is_now uuid := case when tg_op <> 'DELETE' then (to_jsonb(new) ->> tg_argv[1])::uuid end;
begin
  insert into search_change (kind, thing_id)
  select distinct tg_argv[0], thing from unnest(array[was, is_now]) as t (thing) where thing is not null;
  -- The same notice many times in a transaction is told once.
  perform pg_notify('search_changed', '');
  return null;
end
$$;

create trigger search_change after insert or update or delete on knowledge_item
  for each row execute function note_search_change('item', 'id');
create trigger search_change after insert or update or delete on knowledge_version
  for each row execute function note_search_change('item', 'item_id');
create trigger search_change after insert or update or delete on method
  for each row execute function note_search_change('method', 'id');
create trigger search_change after insert or update or delete on knowledge_about
  for each row execute function note_search_change('itemVersion', 'version_id');
create trigger search_change after insert or update or delete on knowledge_method
  for each row execute function note_search_change('itemVersion', 'version_id');
create trigger search_change after update of name, slug, means on knowledge_term
  for each row execute function note_search_change('knowledgeTerm', 'id');
create trigger search_change after insert or update or delete on core_component
  for each row execute function note_search_change('method', 'method_id');
create trigger search_change after insert or update or delete on checklist
  for each row execute function note_search_change('checklist', 'id');
create trigger search_change after insert or update or delete on checklist_version
  for each row execute function note_search_change('checklist', 'checklist_id');
create trigger search_change after insert or update or delete on checklist_question
  for each row execute function note_search_change('checklistVersion', 'version_id');
create trigger search_change after insert or update or delete on proposal
  for each row execute function note_search_change('proposal', 'id');
create trigger search_change after update of state, title on round
  for each row execute function note_search_change('round', 'id');
create trigger search_change after insert or update or delete on appraisal
  for each row execute function note_search_change('appraisal', 'id');
create trigger search_change after insert or update or delete on reading_list
  for each row execute function note_search_change('readingList', 'id');
create trigger search_change after insert or update or delete on reading_list_item
  for each row execute function note_search_change('readingList', 'list_id');
create trigger search_change after insert or update or delete on glossary_term
  for each row execute function note_search_change('glossaryTerm', 'id');
create trigger search_change after insert or update or delete on glossary_definition
  for each row execute function note_search_change('glossaryTerm', 'term_id');

-- Minutes are written several times a minute by those who take notes: only what is read of them counts.
create trigger search_change after insert or delete or update of heading, body, outcome, part_id on minutes_item
  for each row execute function note_search_change('minutesItem', 'id');
create trigger search_change after insert or delete or update of text, item_id, part_id on minutes_addition
  for each row execute function note_search_change('minutesAddition', 'id');
create trigger search_change after insert or delete or update of state, body_id, meeting_id on minutes_part
  for each row execute function note_search_change('minutesPart', 'id');
create trigger search_change after insert or update or delete on meeting_body
  for each row execute function note_search_change('meeting', 'meeting_id');
create trigger search_change after update of day on meeting
  for each row execute function note_search_change('meeting', 'id');
-- Who sits there for service users, and may not be named: their names are covered in what is read.
create trigger search_change after insert or update or delete on body_seat_holding
  for each row execute function note_search_change('bodySeat', 'seat_id');
create trigger search_change after insert or delete or update of title, about, outcome, since on matter
  for each row execute function note_search_change('matter', 'id');
create trigger search_change after insert or update or delete on matter_body
  for each row execute function note_search_change('matter', 'matter_id');
