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
