-- What an organisation has decided about how long a kind of personal data is kept. Nobody may erase official documents
-- without such a decision (arkivlagen 1990:782, 10 §), so nothing of these kinds goes before there is one.
create table retention_decision (
  id              uuid primary key,
  organisation_id uuid not null references organisation,
  kind            text not null check (kind ~ '^[a-z][A-Za-z]*$'),
  -- For how long. Null: it is decided that it is kept.
  kept_count      integer check (kept_count > 0),
  kept_unit       text check (kept_unit in ('days', 'months', 'years')),
  -- Where the decision itself is found: its number in the records of the organisation.
  number          text not null check (length(number) between 1 and 100),
  decided_on      date not null,
  recorded_at     timestamptz not null,
  -- From when it no longer holds: another took its place, or it was written down by mistake. The row stays, because
  -- things may have been erased by it.
  ended_at        timestamptz check (ended_at >= recorded_at),
  -- A number of what, or neither.
  check ((kept_count is null) = (kept_unit is null)),
  -- Whoever writes 1 where they meant 1 year shall not lose what is in use.
  check (kept_unit is distinct from 'days' or kept_count >= 30)
);
-- One holds at a time.
create unique index retention_decision_in_force on retention_decision (organisation_id, kind) where ended_at is null;
create index retention_decision_organisation on retention_decision (organisation_id, recorded_at);
