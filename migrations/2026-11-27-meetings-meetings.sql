-- Meetings of bodies, one or several together, and who came.

create table meeting_series (
  id              uuid primary key,
  organisation_id uuid not null references organisation,
  name            text not null check (length(name) between 1 and 200)
);

create table meeting (
  id              uuid primary key,
  slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- The support structure that keeps it.
  organisation_id uuid not null references organisation,
  series_id       uuid references meeting_series,
  title           text not null check (length(title) between 1 and 200),
  -- Null: notes were brought in that do not say when they met.
  day             date,
  starts          time,
  ends            time,
  mode            text check (mode in ('physical', 'digital', 'hybrid')),
  venue           text check (length(venue) between 1 and 300),
  -- For those who sit in the bodies that meet.
  join_link       text check (length(join_link) between 1 and 2000),
  welcome         text check (length(welcome) between 1 and 4000),
  -- When the papers are to be there.
  documents_by    date,
  -- Whether those invited say if they come, and until when.
  asks_for_reply  boolean not null default false,
  reply_by        date,
  state           text not null check (state in ('planned', 'called', 'held', 'calledOff')),
  called_at       timestamptz,
  called_off_reason text check (length(called_off_reason) between 1 and 500),
  -- Raised at every change of what a calendar shows (RFC 5545, SEQUENCE).
  calendar_sequence integer not null default 0 check (calendar_sequence >= 0),
  created_at      timestamptz not null,
  version         integer not null default 1 check (version > 0),
  check (starts is null or day is not null),
  check (ends is null or ends > starts),
  check (state in ('held') or day is not null),
  check (state <> 'calledOff' or called_off_reason is not null)
);
create index meeting_day on meeting (day, id);
create index meeting_organisation on meeting (organisation_id, day);
create index meeting_series_of on meeting (series_id);

-- The bodies that meet. One: an ordinary meeting; several: a joint one, with a common part and a part for each.
create table meeting_body (
  meeting_id        uuid not null references meeting,
  body_id           uuid not null references body,
  position          integer not null check (position >= 0),
  -- "About 30" where nobody wrote a list.
  approximate_count integer check (approximate_count between 1 and 10000),
  primary key (meeting_id, body_id)
);
create index meeting_body_body on meeting_body (body_id, meeting_id);

-- A row of the list of those who came: a person who sits in two bodies stands in both.
create table attendance_at_meeting (
  id                   uuid primary key,
  meeting_id           uuid not null references meeting,
  -- The body they came for. Null: others, such as guests of the whole meeting.
  body_id              uuid,
  -- Null: somebody who is not known here, by the name that was written. A service-user representative who has not
  -- agreed to be named stands without one, as a role and an organisation.
  person_id            uuid references person,
  name                 text check (length(name) between 1 and 200),
  -- What is left when the name has gone: the same number is the same person, in all lists of the meeting.
  number               integer check (number > 0),
  role                 text not null check (role in ('member', 'substitute', 'adjoined', 'guest', 'staff', 'userRepresentative')),
  organisation_id      uuid references organisation,
  -- As it was written, where it is not in the register.
  organisation_name    text check (length(organisation_name) between 1 and 200),
  -- Another body they came for, in the register or as it was written.
  represents_body_id   uuid references body,
  represents           text check (length(represents) between 1 and 200),
  substitutes_for      uuid references person,
  state                text not null check (state in ('present', 'digital', 'excused')),
  noted_at             timestamptz not null,
  foreign key (meeting_id, body_id) references meeting_body,
  check (num_nonnulls(person_id, name, number) = 1 or (role = 'userRepresentative' and name is null)),
  check (num_nonnulls(organisation_id, organisation_name) <= 1),
  check (num_nonnulls(represents_body_id, represents) <= 1)
);
-- Nobody stands twice in one list.
create unique index attendance_at_meeting_once on attendance_at_meeting (meeting_id, body_id, person_id) nulls not distinct
  where person_id is not null;
create index attendance_at_meeting_person on attendance_at_meeting (person_id);
create index attendance_at_meeting_organisation on attendance_at_meeting (organisation_id, meeting_id);
