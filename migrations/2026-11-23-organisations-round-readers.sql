-- Handing a round over: the roles in it follow.

alter table role_assignment
  drop constraint role_assignment_role_check,
  -- `circleReader`: sees one round and who applied to it, and changes nothing. What a former leader may keep.
  add constraint role_assignment_role_check check (role in (
    'administrator', 'nationalCoordinator', 'developmentLeader', 'municipalCoordinator', 'socialServicesDirector',
    'headOfOperations', 'unitManager', 'circleLeader', 'circleReader', 'participant', 'userRepresentative', 'registrar',
    'dataProtectionOfficer', 'guest'));

-- Lets the roles in a round follow from one person to another: the giver leads it no more (and reads it still, if they
-- led it and it was agreed), the taker leads it. A round is handed over by another feature, which must not write this
-- table; `leads` and `reads` are the ids of the roles that are made.
create function hand_over_round(handed uuid, giver uuid, taker uuid, keeps_reading boolean, hand uuid,
  leads uuid, reads uuid, today date, at timestamptz) returns void language plpgsql as $$
declare
  led boolean;
begin
  update role_assignment set valid_to = greatest(today, valid_from), ended_at = at, ended_by = hand
  where round_id = handed and person_id = giver and role = 'circleLeader' and ended_at is null
    and (valid_to is null or valid_to >= today);
  led := found;
  if led and keeps_reading then
    insert into role_assignment (id, person_id, role, round_id, valid_from, granted_by)
    values (reads, giver, 'circleReader', handed, today, hand) on conflict do nothing;
  end if;
  update role_assignment set valid_to = greatest(today, valid_from), ended_at = at, ended_by = hand
  where round_id = handed and person_id = taker and role = 'circleReader' and ended_at is null;
  insert into role_assignment (id, person_id, role, round_id, valid_from, granted_by)
  values (leads, taker, 'circleLeader', handed, today, hand) on conflict do nothing;
end
$$;
