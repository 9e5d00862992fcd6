-- People whose time here is long over: the row stays, because what they did refers to it, and says nothing about them.
alter table person add column erased_at timestamptz;

-- Takes away all that tells who somebody is, with every way they had to sign in. The ways in belong to another part of
-- the house, which a command of this one must not write.
create function without_person(whom uuid, since timestamptz) returns void language plpgsql as $$
begin
  delete from sign_in_session where person_id = whom;
  delete from sign_in_account where person_id = whom;
  delete from sign_in_two_factor where person_id = whom;
  delete from sign_in_passkey where person_id = whom;
  delete from api_token where person_id = whom;
  update person set name = '–', email = null, email_verified = false, image = null, phone = null, title = null,
    two_factor_enabled = false, erased_at = since, updated_at = since
  where id = whom;
end
$$;
