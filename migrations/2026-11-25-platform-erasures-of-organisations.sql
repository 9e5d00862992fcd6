-- Whose it was that was erased, where an organisation decides how long something is kept. Null: the installation's own,
-- and what was counted before organisations decided.
alter table erasure add column organisation_id uuid;
alter table erasure drop constraint erasure_pkey;
-- One count for each kind, day and organisation, so that the night's work can add to it however often it is done.
create unique index erasure_once on erasure (kind, day, organisation_id) nulls not distinct;
create index erasure_organisation on erasure (organisation_id, day);
