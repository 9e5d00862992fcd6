-- What the agenda, the overview and the search of a whole region ask for, found without reading all of it.
create index matter_referred on matter (referred_to) where not is_closed and referred_to is not null;
create index matter_by_age on matter (since, id);
create index deliverable_waiting on deliverable (commission_id, due_on) where state = 'waiting';
