-- What becomes of minutes that are final: who gets them, who was sent what and when, what was handed out on request, and
-- the feeds of those who would rather be told than look.

-- Somebody who gets the minutes of a meeting: whoever sits in its bodies, who reads signed in, or somebody by address, who
-- reads by a link of their own.
create table minutes_receiver (
  id         uuid primary key,
  meeting_id uuid not null references meeting,
  person_id  uuid references person,
  name       text check (length(name) between 1 and 200),
  email      text check (email = lower(email) and length(email) between 3 and 254),
  added_by   uuid references person,
  added_at   timestamptz not null,
  -- From then on they get nothing more, and their link leads nowhere. What they were sent before stays told.
  removed_at timestamptz,
  -- When the address was erased. That something was sent, and to how many, stays.
  erased_at  timestamptz,
  unique (meeting_id, person_id),
  unique (meeting_id, email),
  check (num_nonnulls(person_id, email, erased_at) = 1),
  check ((email is null) = (name is null))
);
create index minutes_receiver_person on minutes_receiver (person_id);

-- Whose own parts somebody by address gets besides the common one.
create table minutes_receiver_body (
  receiver_id uuid not null references minutes_receiver on delete cascade,
  body_id     uuid not null references body,
  primary key (receiver_id, body_id)
);

create table minutes_dispatch (
  id         uuid primary key,
  meeting_id uuid not null references meeting,
  message    text check (length(message) between 1 and 2000),
  sent_by    uuid not null references person,
  sent_at    timestamptz not null
);
create index minutes_dispatch_meeting on minutes_dispatch (meeting_id, sent_at);
create index minutes_dispatch_sender on minutes_dispatch (sent_by);

-- One mail to one receiver, put in the outbox after the change.
create table minutes_mail (
  id          uuid primary key,
  dispatch_id uuid not null references minutes_dispatch,
  receiver_id uuid not null references minutes_receiver,
  posted_at   timestamptz,
  unique (dispatch_id, receiver_id)
);
create index minutes_mail_receiver on minutes_mail (receiver_id);

-- What somebody has been sent: the same content is sent to the same receiver once.
create table minutes_sent_part (
  receiver_id uuid not null references minutes_receiver,
  part_id     uuid not null references minutes_part,
  mail_id     uuid not null references minutes_mail,
  primary key (receiver_id, part_id)
);
create index minutes_sent_part_mail on minutes_sent_part (mail_id);
create index minutes_sent_part_part on minutes_sent_part (part_id);

create table minutes_sent_addition (
  receiver_id uuid not null references minutes_receiver,
  addition_id uuid not null references minutes_addition,
  mail_id     uuid not null references minutes_mail,
  primary key (receiver_id, addition_id)
);
create index minutes_sent_addition_mail on minutes_sent_addition (mail_id);

-- A part of the minutes handed out on request, after somebody has gone through what is secret in it. Who asked is never
-- written down.
create table minutes_release (
  id         uuid primary key,
  part_id    uuid not null references minutes_part,
  -- The words that are covered, one a line.
  masked     text check (length(masked) between 1 and 8000),
  -- By which rule, or why nothing is covered.
  reason     text not null check (length(reason) between 1 and 2000),
  checked_by uuid not null references person,
  checked_at timestamptz not null
);
create index minutes_release_part on minutes_release (part_id, checked_at);
create index minutes_release_checker on minutes_release (checked_by);
create index minutes_part_final on minutes_part (finished_at desc, id) where state = 'final';

-- That somebody follows a body by a secret address of their own. The address itself is only kept as its hash.
create table body_feed (
  id        uuid primary key,
  person_id uuid not null references person,
  body_id   uuid not null references body,
  made_at   timestamptz not null,
  unique (person_id, body_id)
);
create index body_feed_body on body_feed (body_id);
