-- Applications that somebody on the staff writes down for a person who telephoned, mailed or came by.

alter table registration
  -- Not everybody has an address: they are told by telephone instead.
  alter column email drop not null,
  add column phone text check (length(phone) between 1 and 40),
  -- How it came in. All but the form are written down by somebody, or read from a file.
  add column way text not null default 'form' check (way in ('form', 'phone', 'mail', 'letter', 'inPerson', 'otherForm')),
  -- When it reached the organiser, as whoever wrote it down says. Decides whether it was late; never the queue.
  add column reached_at timestamptz,
  add column added_by uuid references person,
  -- Somebody else wrote the address: whoever reads mail there says that it is they before anything is shown.
  add column address_unproved boolean not null default false,
  -- When a name, an address and the answers were erased: nobody ever confirmed them, or the round is long over.
  add column erased_at timestamptz,
  add check (way <> 'form' or email is not null or erased_at is not null),
  add check (way = 'form' or reached_at is not null);

create index registration_unconfirmed_end on registration (state_since)
  where confirmed_at is null and erased_at is null and state in ('lapsed', 'withdrawn');

-- What somebody without a mail address has to be told by telephone: a mail to them becomes a row here.
create table phone_call (
  id              uuid primary key,
  registration_id uuid not null references registration,
  kind            text not null,
  -- Tells two calls of one kind apart, and keeps one from being left twice.
  occasion        text not null,
  -- The words of a message written for the occasion.
  words           text,
  left_at         timestamptz not null,
  called_at       timestamptz,
  called_by       uuid references person,
  unique (registration_id, kind, occasion)
);
create index phone_call_waiting on phone_call (registration_id) where called_at is null;

-- The person behind an address that somebody else has written: known already, or added without the address being
-- proved. Without an address a new person each time; the search for duplicates proposes what may be the same.
-- An application is written down by another feature, which must not write this table.
create function person_written_down(new_id uuid, address text, called text, speaks text, telephone text) returns uuid language sql as $$
  insert into person (id, name, email, language, phone) values (new_id, called, address, speaks, telephone)
  -- Changes nothing, and so gives whoever is there, also when they were added this moment by somebody else.
  on conflict (email) do update set email = excluded.email
  returning id
$$;
