-- What staff write to many at once: messages to those who applied, and the invitation to contact persons.

create table round_mailing (
  id               uuid primary key,
  round_id         uuid not null references round,
  kind             text not null check (kind in ('message', 'invitation')),
  -- Whom a message is for.
  audience         text check (audience in ('everyone', 'placed', 'waiting', 'person')),
  subject          text not null check (length(subject) between 1 and 200),
  -- A message's words; before an invitation, what is said with it.
  body             text not null check (length(body) <= 20000),
  reply_to_name    text not null,
  reply_to_address text not null,
  -- How many it was for, also when those are forgotten.
  receivers        integer not null check (receivers > 0),
  written_by       uuid references person,
  written_at       timestamptz not null,
  check ((kind = 'message') = (audience is not null)),
  check (kind = 'invitation' or length(body) > 0)
);
create index round_mailing_round on round_mailing (round_id, written_at);

-- Whom it was for: an applicant, somebody in a team, or a contact person as they were written then.
create table round_mailing_receiver (
  mailing_id      uuid not null references round_mailing,
  position        integer not null,
  registration_id uuid references registration,
  team_member_id  uuid references team_member on delete cascade,
  name            text,
  workplace       text,
  email           text check (email = lower(email)),
  -- When the mail was put in the outbox, or the call on the list of calls.
  posted_at       timestamptz,
  primary key (mailing_id, position),
  check ((registration_id is null) = (email is not null)),
  check ((email is null) = (name is null)),
  check (team_member_id is null or registration_id is not null)
);
create index round_mailing_receiver_waiting on round_mailing_receiver (mailing_id, position) where posted_at is null;
create index round_mailing_receiver_registration on round_mailing_receiver (registration_id);
create index round_mailing_receiver_email on round_mailing_receiver (email) where email is not null;

-- Contact persons whom an organisation sends its invitations to, besides those who have a role with a member of it.
create table dispatch_contact (
  id              uuid primary key,
  organisation_id uuid not null references organisation,
  name            text not null check (length(name) between 1 and 200),
  workplace       text check (length(workplace) between 1 and 200),
  email           text not null check (email = lower(email)),
  added_by        uuid references person,
  added_at        timestamptz not null,
  unique (organisation_id, email)
);
