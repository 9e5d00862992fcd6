-- Questions from practice: asked, sent to who can answer, answered from the three sources, and heard of again.

create table knowledge_question (
  id              uuid primary key,
  slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Whoever asked is told the answer. Null once they have been erased.
  asked_by        uuid references person,
  -- Where they work.
  organisation_id uuid not null references organisation,
  -- Who is to answer it now: at home first, the region second.
  with_id         uuid not null references organisation,
  text            text not null check (length(text) between 1 and 1000),
  -- For whom, what, instead of what, what is hoped for, and where. None of it may tell who it is about.
  population      text check (length(population) between 1 and 300),
  intervention    text check (length(intervention) between 1 and 300),
  comparison      text check (length(comparison) between 1 and 300),
  outcome         text check (length(outcome) between 1 and 300),
  context         text check (length(context) between 1 and 300),
  state           text not null check (state in ('asked', 'taken', 'answered', 'closed')),
  taken_by        uuid references person,
  asked_at        timestamptz not null,
  needed_by       date,
  answer          text check (length(answer) between 1 and 4000),
  answered_by     uuid references person,
  answered_at     timestamptz,
  -- Why it was not answered.
  closed_reason   text check (length(closed_reason) between 1 and 1000),
  -- The answer, as knowledge that others can find.
  item_id         uuid references knowledge_item,
  -- Asked again some weeks later.
  helped_asked_on date,
  helped          text check (helped in ('yes', 'partly', 'no')),
  helped_said     text check (length(helped_said) between 1 and 1000),
  version         integer not null default 1 check (version > 0),
  check (state <> 'taken' or taken_by is not null or asked_by is null),
  check ((state = 'answered') = (answered_at is not null)),
  check ((answer is null) = (answered_at is null)),
  check ((state = 'closed') = (closed_reason is not null)),
  check (helped is null or state = 'answered')
);
create index knowledge_question_asked_by on knowledge_question (asked_by);
create index knowledge_question_organisation on knowledge_question (organisation_id);
create index knowledge_question_with on knowledge_question (with_id) where state in ('asked', 'taken');
create index knowledge_question_taken_by on knowledge_question (taken_by);
create index knowledge_question_answered_by on knowledge_question (answered_by);
create index knowledge_question_item on knowledge_question (item_id);

-- What each of the three sources said. Always all three: found, sought and not found, or not sought.
create table question_source (
  question_id  uuid not null references knowledge_question,
  source       text not null check (source in ('research', 'profession', 'serviceUsers')),
  standing     text not null default 'notSought' check (standing in ('notSought', 'found', 'soughtNoneFound')),
  says         text check (length(says) between 1 and 2000),
  sought_where text check (length(sought_where) between 1 and 1000),
  primary key (question_id, source),
  check (standing <> 'found' or says is not null),
  check (standing <> 'soughtNoneFound' or sought_where is not null)
);
-- What is read in answer.
create table question_item (
  question_id uuid not null references knowledge_question,
  item_id     uuid not null references knowledge_item,
  primary key (question_id, item_id)
);
create index question_item_item on question_item (item_id);
-- Where it went: from whom to whom, and why.
create table question_step (
  id          uuid primary key,
  question_id uuid not null references knowledge_question,
  step        text not null check (step in ('asked', 'passedOn', 'taken', 'putBack', 'answered', 'closed')),
  to_id       uuid references organisation,
  reason      text check (length(reason) between 1 and 1000),
  by_id       uuid references person,
  at          timestamptz not null
);
create index question_step_question on question_step (question_id, at);
create index question_step_by on question_step (by_id);
