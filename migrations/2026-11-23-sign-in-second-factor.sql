-- Takes the second factor away from somebody who has lost both app and spare codes, and ends their sessions: what was
-- lost may be signed in. A person's row belongs to another feature, which knows nothing of factors.
create function without_second_factor(whom uuid) returns boolean language sql as $$
  with gone as (delete from sign_in_two_factor where person_id = whom returning 1),
  ended as (delete from sign_in_session where person_id = whom returning 1),
  changed as (
    update person set two_factor_enabled = false, updated_at = now() where id = whom and two_factor_enabled returning 1)
  select exists (select from changed) or exists (select from gone)
$$;
