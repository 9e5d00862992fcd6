-- Two entries that turn out to be one person: what was merged, by whom, and what was found to be two people after all.

alter table person
  -- The person this one turned out to be. The row stays, because its address still leads to that person; nobody acts as
  -- it, and nothing else refers to it. Always one step: whoever is kept is not merged themselves.
  add column merged_into uuid references person,
  add check (merged_into <> id);
create index person_merged_into on person (merged_into) where merged_into is not null;

create table person_merge (
  id           uuid primary key,
  from_id      uuid not null references person,
  to_id        uuid not null references person,
  merged_by    uuid references person,
  merged_at    timestamptz not null,
  undone_by    uuid references person,
  undone_at    timestamptz,
  -- What could not be put back: of which kind, why and how many.
  left_behind  jsonb,
  -- When it was forgotten how things were, so that it cannot be undone any more.
  forgotten_at timestamptz,
  check (from_id <> to_id),
  check ((undone_at is null) = (left_behind is null))
);
create index person_merge_from on person_merge (from_id);
create index person_merge_to on person_merge (to_id);
create index person_merge_remembered on person_merge (merged_at) where forgotten_at is null;

-- Two who are alike and are not the same: never proposed again.
create table person_distinct (
  one_id     uuid not null references person,
  other_id   uuid not null references person,
  decided_by uuid references person,
  decided_at timestamptz not null,
  primary key (one_id, other_id),
  check (one_id < other_id)
);
create index person_distinct_other on person_distinct (other_id);

-- An address that belonged to somebody who was merged leads to who they are.
create or replace function person_with_address(new_id uuid, address text, called text, speaks text) returns uuid language sql as $$
  insert into person (id, name, email, email_verified, language) values (new_id, called, address, true, speaks)
  on conflict (email) do update set email_verified = true, updated_at = now()
  returning coalesce(merged_into, id)
$$;
create or replace function person_written_down(new_id uuid, address text, called text, speaks text, telephone text) returns uuid language sql as $$
  with added as (
    insert into person (id, name, email, language, phone) values (new_id, called, address, speaks, telephone)
    on conflict (email) do nothing
    returning id)
  select id from added union all select coalesce(merged_into, id) from person where email = address limit 1
$$;

-- Takes away every way somebody had to sign in. They belong to another part of the house, which a command of this one
-- must not write.
create function without_ways_in(whom uuid) returns void language plpgsql as $$
begin
  delete from sign_in_session where person_id = whom;
  delete from sign_in_account where person_id = whom;
  delete from sign_in_two_factor where person_id = whom;
  delete from sign_in_passkey where person_id = whom;
  delete from api_token where person_id = whom;
  update person set two_factor_enabled = false where id = whom;
end
$$;
