-- Somebody has looked and said that a leader is none of the people here whose names are alike: not proposed again.
alter table round_leader
  add column nobody_known boolean not null default false,
  add check (person_id is null or not nobody_known);
