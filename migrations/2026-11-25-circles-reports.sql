-- What a round is reported with beside what is known already: its costs, and who owns what came out of it.

-- What a round has cost, in whole kronor, and who paid. Those who pay are often an agreement or a grant and no
-- organisation, so they stand as they are written.
create table round_cost (
  id         uuid primary key,
  round_id   uuid not null references round,
  funder     text not null check (length(funder) between 1 and 200),
  purpose    text not null check (length(purpose) between 1 and 200),
  amount     integer not null check (amount between 1 and 100000000),
  created_at timestamptz not null
);
create index round_cost_round on round_cost (round_id, created_at);

-- The organisation that a proposal's owner is, when what is written is one in the register.
alter table proposal
  add column owner_organisation_id uuid references organisation,
  add check (owner_organisation_id is null or owner is not null);
create index proposal_owner_organisation on proposal (owner_organisation_id);
-- Looked up for the list of everything that is published.
create index proposal_published on proposal (published_at) where published_at is not null;
