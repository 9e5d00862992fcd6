-- What is looked for is kept as words beside the text: read again for every row that is weighed, they cost more than all
-- the rest of a search.
alter table minutes_item add column in_words tsvector generated always as (
  to_tsvector('swedish', heading || ' ' || body || ' ' || coalesce(outcome, ''))) stored;
drop index minutes_item_in_words;
create index minutes_item_in_words on minutes_item using gin (in_words);

alter table matter add column in_words tsvector generated always as (
  to_tsvector('swedish', title || ' ' || coalesce(about, '') || ' ' || coalesce(outcome, ''))) stored;
drop index matter_in_words;
create index matter_in_words on matter using gin (in_words);

alter table minutes_addition add column in_words tsvector generated always as (to_tsvector('swedish', text)) stored;
create index minutes_addition_in_words on minutes_addition using gin (in_words);
