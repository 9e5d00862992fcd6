-- How rows were before a change that may be taken back for a while: two people who became one, who may turn out to be two.
create table remembered_row (
  -- In the order they were changed. They are put back in the opposite one.
  position   bigint generated always as identity primary key,
  occasion   uuid not null,
  table_name text not null,
  -- Which row, as it is named after the change.
  key        jsonb not null,
  -- The columns that were changed, with what they held. After: what they were given, or null when the row was taken away
  -- and `before` is all of it.
  before     jsonb not null,
  after      jsonb,
  -- Why it is left as it is when the rest is put back.
  stays      text
);
create index remembered_row_occasion on remembered_row (occasion);
