-- What is known: research, guidance, professional experience, the voice of service users, and results of local
-- follow-up. Five kinds of equal rank.

-- The words that knowledge is sorted by. The national ones come with the installation; an organisation's own name for
-- something leads to the national one.
create table knowledge_term (
  id              uuid primary key,
  kind            text not null check (kind in ('area', 'targetGroup', 'theme', 'outcome')),
  slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name            text collate swedish not null check (length(name) between 1 and 120),
  -- Null: national.
  organisation_id uuid references organisation,
  -- The national word that this local one means.
  means           uuid,
  position        integer not null default 0,
  retired_at      timestamptz,
  unique (id, kind),
  foreign key (means, kind) references knowledge_term (id, kind),
  check ((organisation_id is null) = (means is null))
);
create unique index knowledge_term_national on knowledge_term (kind, lower(name)) where organisation_id is null;
create unique index knowledge_term_local on knowledge_term (organisation_id, kind, lower(name)) where organisation_id is not null;
create index knowledge_term_means on knowledge_term (means);

create table knowledge_item (
  id              uuid primary key,
  slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind            text not null check (kind in ('research', 'guideline', 'professional', 'serviceUsers', 'localFollowUp')),
  -- Who keeps it true. Null: it came with the installation.
  organisation_id uuid references organisation,
  -- How far an experience has come towards proven. A body says so, never the machine.
  stage           text check (stage in ('individual', 'shared', 'documented', 'followedUp', 'examined', 'proven', 'withdrawn')),
  review_due      date,
  retired_at      timestamptz,
  retired_reason  text check (length(retired_reason) between 1 and 1000),
  -- What to read instead.
  replaced_by     uuid references knowledge_item,
  created_at      timestamptz not null,
  version         integer not null default 1 check (version > 0),
  check ((kind = 'professional') = (stage is not null)),
  check ((retired_at is null) = (retired_reason is null)),
  check (replaced_by is null or retired_at is not null),
  check (replaced_by <> id)
);
create index knowledge_item_organisation on knowledge_item (organisation_id);
create index knowledge_item_review on knowledge_item (review_due) where retired_at is null;
create index knowledge_item_replaced_by on knowledge_item (replaced_by);

-- What it says. One version is published at a time, one may be written or reviewed beside it; what was published stays.
create table knowledge_version (
  id           uuid primary key,
  item_id      uuid not null references knowledge_item,
  version_no   integer not null check (version_no > 0),
  state        text not null check (state in ('draft', 'inReview', 'published', 'replaced')),
  title        text not null check (length(title) between 1 and 300),
  -- In plain Swedish: what it says, for whom it holds, and what to do with it.
  says         text check (length(says) between 1 and 4000),
  holds_for    text check (length(holds_for) between 1 and 2000),
  use_of_it    text check (length(use_of_it) between 1 and 2000),
  body         text check (length(body) between 1 and 40000),
  authors      text[] not null default '{}',
  source       text check (length(source) between 1 and 500),
  year         integer check (year between 1800 and 2200),
  licence      text check (length(licence) between 1 and 200),
  link         text check (length(link) between 1 and 2000),
  doi          text check (doi ~ '^10\.\S+/\S+$' and length(doi) <= 300),
  -- The day somebody saw that the link leads there, or found that it does not.
  link_checked_on date,
  link_is_broken boolean not null default false,
  -- How the source wants to be named.
  attribution  text check (length(attribution) between 1 and 500),
  -- As it was read from a reference file or a register: CSL-JSON.
  citation     jsonb,
  -- The voice of service users: who was asked, how, how many, and who is missing.
  asked_who    text check (length(asked_who) between 1 and 500),
  asked_how    text check (length(asked_how) between 1 and 500),
  asked_count  integer check (asked_count between 0 and 1000000),
  asked_on     date,
  missing      text check (length(missing) between 1 and 500),
  participation text check (participation in ('information', 'consultation', 'dialogue', 'influence', 'coDecision')),
  -- A result of follow-up: of how many, and when.
  followed_count integer check (followed_count between 0 and 1000000),
  followed_from date,
  followed_to  date,
  spread       text check (length(spread) between 1 and 500),
  -- What is new in this version.
  note         text check (length(note) between 1 and 1000),
  written_by   uuid references person,
  written_at   timestamptz not null,
  published_by uuid references person,
  published_at timestamptz,
  row_version  integer not null default 1 check (row_version > 0),
  unique (item_id, version_no),
  check ((state in ('published', 'replaced')) = (published_at is not null)),
  -- Nothing is published without a summary in plain words.
  check (state not in ('published', 'replaced') or says is not null),
  check (followed_from is null or followed_to is null or followed_from <= followed_to)
);
create unique index knowledge_version_published on knowledge_version (item_id) where state = 'published';
create unique index knowledge_version_working on knowledge_version (item_id) where state in ('draft', 'inReview');
create index knowledge_version_written_by on knowledge_version (written_by);
create index knowledge_version_published_by on knowledge_version (published_by);
create index knowledge_version_doi on knowledge_version (lower(doi)) where doi is not null;

-- What a version is about: areas, target groups, themes and outcomes; and the methods it speaks of.
create table knowledge_about (
  version_id uuid not null references knowledge_version on delete cascade,
  term_id    uuid not null references knowledge_term,
  primary key (version_id, term_id)
);
create index knowledge_about_term on knowledge_about (term_id);
create table knowledge_method (
  version_id uuid not null references knowledge_version on delete cascade,
  method_id  uuid not null references method,
  primary key (version_id, method_id)
);
create index knowledge_method_method on knowledge_method (method_id);

-- Who is asked to review a version, and what they said. What was said stays.
create table knowledge_review (
  id          uuid primary key,
  version_id  uuid not null references knowledge_version,
  reviewer_id uuid references person,
  asked_by    uuid references person,
  asked_at    timestamptz not null,
  verdict     text check (verdict in ('approved', 'changesWanted')),
  said        text check (length(said) between 1 and 4000),
  answered_at timestamptz,
  check ((verdict is null) = (answered_at is null)),
  check (verdict <> 'changesWanted' or said is not null)
);
create unique index knowledge_review_open on knowledge_review (version_id, reviewer_id) where verdict is null;
create index knowledge_review_reviewer on knowledge_review (reviewer_id);
create index knowledge_review_asked_by on knowledge_review (asked_by);

-- How an experience came to where it stands: each step by whom, when, and on what. Proven is said by a named body, with
-- the day when it is looked at again.
create table experience_step (
  id         uuid primary key,
  item_id    uuid not null references knowledge_item,
  stage      text not null check (stage in ('individual', 'shared', 'documented', 'followedUp', 'examined', 'proven', 'withdrawn')),
  said_on    date not null,
  reason     text not null check (length(reason) between 1 and 2000),
  body_id    uuid references body,
  review_on  date,
  said_by    uuid references person,
  recorded_at timestamptz not null,
  check (stage <> 'proven' or (body_id is not null and review_on is not null)),
  check (review_on is null or review_on > said_on)
);
create index experience_step_item on experience_step (item_id, recorded_at);
create index experience_step_body on experience_step (body_id);
create index experience_step_said_by on experience_step (said_by);

-- How proven an experience is, criterion by criterion, each with what shows it. Never a verdict by itself.
create table experience_profile (
  item_id    uuid not null references knowledge_item,
  criterion  text not null check (criterion in ('shared', 'overTime', 'documented', 'followedUp', 'examined', 'ethics', 'context', 'transferable')),
  score      integer not null check (score between 0 and 3),
  evidence   text check (length(evidence) between 1 and 1000),
  primary key (item_id, criterion),
  check (score = 0 or evidence is not null)
);

-- Whether it was of use, as the reader says. One answer each, which may be changed.
create table knowledge_feedback (
  id        uuid primary key,
  item_id   uuid not null references knowledge_item,
  person_id uuid not null references person,
  was_useful text not null check (was_useful in ('yes', 'partly', 'no')),
  said      text check (length(said) between 1 and 1000),
  given_on  date not null,
  unique (item_id, person_id)
);
create index knowledge_feedback_person on knowledge_feedback (person_id);
