-- Teams that a principal (a municipality, a region) applies for: one application is one team.

alter table round
  drop constraint round_allocation_check,
  add constraint round_allocation_check check (allocation in ('firstCome', 'selection', 'teamByPrincipal')),
  -- How many people a team may have. The round's places are counted in people all the same.
  add column team_least integer check (team_least between 1 and 100),
  add column team_most integer check (team_most between 1 and 100),
  add check (team_least <= team_most);

alter table registration
  -- How many places it takes: one for a person, one for each in a team. A team gets all of them or none.
  add column seats integer not null default 1 check (seats between 1 and 100),
  add column theme_proposal text;

-- The people of a team, named by whoever applies for the principal. Nobody but they themselves, whoever applied and
-- those who plan the round sees who they are.
create table team_member (
  id              uuid primary key,
  registration_id uuid not null references registration,
  position        integer not null,
  name            text not null check (length(name) between 1 and 120),
  email           text not null check (email = lower(email)),
  title           text,
  -- Taken out of the team: told so, and then erased.
  removed_at      timestamptz,
  unique (registration_id, position) deferrable initially deferred,
  unique (registration_id, email) deferrable initially deferred
);
create index team_member_email on team_member (email);
