-- Workshops: questions put to a room, answers that keep their wording, and the questions that come of them.

create table workshop (
  id              uuid primary key,
  slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- The support structure that holds it.
  organisation_id uuid not null references organisation,
  -- The meeting it is held at, where it is held at one.
  meeting_id      uuid references meeting,
  title           text not null check (length(title) between 1 and 200),
  purpose         text check (length(purpose) between 1 and 2000),
  held_on         date,
  -- What a participant writes to come in; free to be used again when the workshop is closed.
  join_code       text check (join_code ~ '^[A-HJ-NP-Z2-9]{6}$'),
  -- Each on a phone of their own, or one device for a group.
  device          text not null check (device in ('person', 'group')),
  -- Set anonymous, no answer shows which group it came from. Otherwise the group shows, and never a name.
  is_anonymous    boolean not null default false,
  state           text not null check (state in ('draft', 'open', 'paused', 'closed')),
  opened_at       timestamptz,
  -- A time to answer in stands still while it rests.
  paused_at       timestamptz,
  closed_at       timestamptz,
  -- What the screen shows: the way in, the question that is asked, or what was answered to one.
  screen_shows    text not null default 'joining' check (screen_shows in ('joining', 'question', 'results')),
  screen_question uuid,
  -- Raised at every change that the room must see: a device asks for what is newer than what it has.
  room_version    integer not null default 0 check (room_version >= 0),
  created_at      timestamptz not null,
  version         integer not null default 1 check (version > 0),
  check (state in ('draft', 'closed') or join_code is not null),
  check ((state = 'paused') = (paused_at is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check (state = 'draft' or opened_at is not null)
);
create unique index workshop_code_once on workshop (join_code) where join_code is not null;
create index workshop_organisation on workshop (organisation_id, created_at desc);
create index workshop_meeting on workshop (meeting_id);

-- The bodies it is held with: the checklist that comes of it is theirs.
create table workshop_body (
  workshop_id uuid not null references workshop on delete cascade,
  body_id     uuid not null references body,
  primary key (workshop_id, body_id)
);
create index workshop_body_body on workshop_body (body_id);

-- Who leads it, besides those who hold workshops for the organisation.
create table workshop_leader (
  id          uuid primary key,
  workshop_id uuid not null references workshop on delete cascade,
  person_id   uuid not null references person,
  unique (workshop_id, person_id)
);
create index workshop_leader_person on workshop_leader (person_id);

create table workshop_group (
  id          uuid primary key,
  workshop_id uuid not null references workshop on delete cascade,
  position    integer not null check (position >= 0),
  name        text not null check (length(name) between 1 and 60),
  unique (workshop_id, id),
  unique (workshop_id, position) deferrable initially deferred
);

create table workshop_question (
  id          uuid primary key,
  workshop_id uuid not null references workshop on delete cascade,
  position    integer not null check (position >= 0),
  kind        text not null check (kind in ('open', 'single', 'multiple', 'scale', 'ranking', 'points', 'wordList')),
  text        text not null check (length(text) between 1 and 300),
  help        text check (length(help) between 1 and 1000),
  -- How many answers one device may give (open), words (wordList), choices (multiple) or points to share (points).
  most        integer check (most between 1 and 100),
  scale_low   integer,
  scale_high  integer,
  low_label   text check (length(low_label) between 1 and 60),
  high_label  text check (length(high_label) between 1 and 60),
  unique (workshop_id, id),
  unique (workshop_id, position) deferrable initially deferred,
  check ((kind = 'scale') = (scale_low is not null)),
  check (num_nonnulls(scale_low, scale_high) in (0, 2)),
  check (scale_high is null or scale_high - scale_low between 1 and 10),
  check ((kind in ('open', 'multiple', 'points', 'wordList')) = (most is not null))
);
alter table workshop add foreign key (id, screen_question) references workshop_question (workshop_id, id)
  deferrable initially deferred;

create table workshop_option (
  id          uuid primary key,
  question_id uuid not null references workshop_question on delete cascade,
  position    integer not null check (position >= 0),
  text        text not null check (length(text) between 1 and 200),
  unique (question_id, id),
  unique (question_id, position) deferrable initially deferred
);

-- One time that a question is put: the same question may be put again after a talk, and the rounds are told apart.
create table workshop_round (
  id          uuid primary key,
  workshop_id uuid not null,
  question_id uuid not null,
  round_no    integer not null check (round_no > 0),
  opened_at   timestamptz not null,
  -- When the time is up. What is under way then is still taken, a while after.
  closes_at   timestamptz,
  closed_at   timestamptz,
  foreign key (workshop_id, question_id) references workshop_question (workshop_id, id),
  unique (question_id, round_no),
  unique (workshop_id, id)
);
-- One question is asked at a time.
create unique index workshop_round_open on workshop_round (workshop_id) where closed_at is null;

-- A device in the room. It has no name; its secret is only in the device, and forgotten when the workshop closes.
create table workshop_device (
  id          uuid primary key,
  workshop_id uuid not null references workshop on delete cascade,
  group_id    uuid,
  secret_hash bytea not null unique,
  -- It answers for its group, as its rapporteur.
  is_rapporteur boolean not null default false,
  joined_at   timestamptz not null,
  -- How much it has answered to the round it answered last: counted here so that two at once are never both within bounds.
  answered_round uuid,
  answered    integer not null default 0 check (answered >= 0),
  -- Shut out by whoever leads: its answers are hidden with it.
  shut_out_at timestamptz,
  foreign key (workshop_id, group_id) references workshop_group (workshop_id, id),
  unique (workshop_id, id)
);
create index workshop_device_workshop on workshop_device (workshop_id);

-- What was answered, word for word. It is never changed: what comes of it stands in merged questions.
create table workshop_answer (
  id          uuid primary key,
  workshop_id uuid not null,
  question_id uuid not null,
  -- Null: brought in from a poll made elsewhere.
  round_id    uuid,
  -- Forgotten when the workshop closes.
  device_id   uuid references workshop_device on delete set null,
  group_id    uuid,
  -- The device's own mark for what it sent: the same sent twice is one.
  sent_mark   uuid,
  text        text check (length(text) between 1 and 10000),
  number      integer,
  -- Several, or in order (ranking), or with points: {option: points}.
  options     uuid[],
  points      jsonb,
  answered_at timestamptz,
  -- Counts as they came to the room; two answers are never told apart by the clock.
  answer_no   bigint generated always as identity,
  -- Moderation: hidden from the screen and from what comes of it, and kept.
  hidden_at   timestamptz,
  -- Why. Null when it was hidden with the device it came from: then it comes back with it.
  hidden_reason text check (length(hidden_reason) between 1 and 500),
  foreign key (workshop_id, question_id) references workshop_question (workshop_id, id),
  foreign key (workshop_id, round_id) references workshop_round (workshop_id, id),
  foreign key (workshop_id, group_id) references workshop_group (workshop_id, id),
  check (num_nonnulls(text, number, options, points) = 1),
  check (hidden_at is not null or hidden_reason is null),
  check ((round_id is null) = (answered_at is null))
);
create unique index workshop_answer_sent_once on workshop_answer (round_id, device_id, sent_mark);
create index workshop_answer_round on workshop_answer (round_id);
create index workshop_answer_question on workshop_answer (question_id, answer_no);
create index workshop_answer_device on workshop_answer (device_id);

-- A question that the room's answers were made into. Each answer stands in one at most; those in none are told.
create table merged_question (
  id          uuid primary key,
  workshop_id uuid not null references workshop on delete cascade,
  position    integer not null check (position >= 0),
  text        text not null check (length(text) between 1 and 300),
  help        text check (length(help) between 1 and 1000),
  dimension   text check (dimension in ('purpose', 'targetGroup', 'userBenefit', 'effect', 'timeToEffect', 'evidence',
    'harmRisk', 'cost', 'staffImpact', 'systemImpact', 'leadership', 'responsibility', 'competence', 'collaboration',
    'currentPractice', 'replaces', 'goalAlignment', 'adaptation', 'implementation', 'rollout', 'testDesign', 'followUp',
    'equity', 'lawAndEthics')),
  -- Added by whoever merges, and said to be: it is not from the room.
  is_addition boolean not null default false,
  version     integer not null default 1 check (version > 0),
  unique (workshop_id, id),
  unique (workshop_id, position) deferrable initially deferred
);

create table merged_answer (
  answer_id          uuid primary key references workshop_answer,
  -- Null: set aside, with a reason.
  merged_question_id uuid references merged_question,
  reason             text check (length(reason) between 1 and 500),
  check ((merged_question_id is null) = (reason is not null))
);
create index merged_answer_question on merged_answer (merged_question_id);

-- What the room answered stands word for word, whatever becomes of it. It may be hidden, and erased with the workshop.
create function workshop_answer_stands() returns trigger language plpgsql as $$
begin
  if (new.workshop_id, new.question_id, new.text, new.number, new.options, new.points)
    is distinct from (old.workshop_id, old.question_id, old.text, old.number, old.options, old.points) then
    raise exception 'An answer is never changed' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger workshop_answer_stands
  before update of workshop_id, question_id, text, number, options, points on workshop_answer
  for each row execute function workshop_answer_stands();
