-- A method weighed before it is introduced, or one in use weighed again: three sources, a checklist, a decision.

create table appraisal (
  id               uuid primary key,
  slug             text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  method_id        uuid not null references method,
  -- The unit or organisation that is to use it.
  organisation_id  uuid not null references organisation,
  title            text not null check (length(title) between 1 and 200),
  -- What it is about here: for whom, and why now.
  question         text check (length(question) between 1 and 2000),
  is_in_use        boolean not null default false,
  checklist_version_id uuid not null references checklist_version,
  form             text not null default 'short' check (form in ('short', 'full')),
  state            text not null check (state in ('weighing', 'proposed', 'decided', 'withdrawn')),
  decider_id       uuid references person,
  -- What the sources say against each other, and why one of them weighs more.
  disagreement     text check (length(disagreement) between 1 and 2000),
  outweighing      text check (outweighing in ('research', 'profession', 'serviceUsers')),
  outweighing_motive text check (length(outweighing_motive) between 1 and 2000),
  -- The appraisal of another organisation that it was taken from.
  taken_from       uuid references appraisal,
  proposed_at      timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 500),
  created_at       timestamptz not null,
  version          integer not null default 1 check (version > 0),
  check ((outweighing is null) = (outweighing_motive is null)),
  check ((state = 'withdrawn') = (withdrawn_reason is not null)),
  check (state in ('weighing', 'withdrawn') or (decider_id is not null and proposed_at is not null))
);
create index appraisal_method on appraisal (method_id);
create index appraisal_organisation on appraisal (organisation_id, created_at desc);
create index appraisal_decider on appraisal (decider_id);
create index appraisal_taken_from on appraisal (taken_from);
create index appraisal_checklist on appraisal (checklist_version_id);
alter table method_use add foreign key (appraisal_id) references appraisal;
create index method_use_appraisal on method_use (appraisal_id);

-- Who proposes and writes.
create table appraisal_author (
  id           uuid primary key,
  appraisal_id uuid not null references appraisal,
  person_id    uuid not null references person,
  unique (appraisal_id, person_id)
);
create index appraisal_author_person on appraisal_author (person_id);

-- The three sources, always all three: each found, sought and not found, or not sought yet.
create table appraisal_source (
  appraisal_id uuid not null references appraisal,
  source       text not null check (source in ('research', 'profession', 'serviceUsers')),
  standing     text not null default 'notSought' check (standing in ('notSought', 'found', 'soughtNoneFound')),
  -- In a sentence or two what it says; a manager reads this.
  summary      text check (length(summary) between 1 and 2000),
  sought_where text check (length(sought_where) between 1 and 1000),
  sought_on    date,
  -- Whether it speaks for or against here; null: nobody has said.
  speaks       text check (speaks in ('for', 'mixed', 'against')),
  version      integer not null default 1 check (version > 0),
  primary key (appraisal_id, source),
  check (standing <> 'soughtNoneFound' or (sought_where is not null and sought_on is not null)),
  check (standing <> 'found' or summary is not null),
  -- What was not found says nothing, neither for nor against.
  check (standing = 'found' or speaks is null)
);

-- Where it was found: a study, a report, a conversation that is written down.
create table appraisal_reference (
  id           uuid primary key,
  appraisal_id uuid not null,
  source       text not null,
  position     integer not null check (position >= 0),
  title        text not null check (length(title) between 1 and 500),
  year         integer check (year between 1800 and 2200),
  link         text check (length(link) between 1 and 2000),
  foreign key (appraisal_id, source) references appraisal_source
);
create index appraisal_reference_source on appraisal_reference (appraisal_id, source, position);

-- Research, outcome by outcome: GRADE for what was measured, CERQual for what was told. The level is a person's judgement.
create table appraisal_outcome (
  id           uuid primary key,
  appraisal_id uuid not null references appraisal,
  position     integer not null check (position >= 0),
  outcome      text not null check (length(outcome) between 1 and 300),
  result       text check (length(result) between 1 and 1000),
  approach     text not null check (approach in ('grade', 'cerqual')),
  -- GRADE: randomised studies start high, others low.
  starts       text check (starts in ('high', 'low')),
  risk_of_bias integer check (risk_of_bias between 0 and 2),
  inconsistency integer check (inconsistency between 0 and 2),
  indirectness integer check (indirectness between 0 and 2),
  imprecision  integer check (imprecision between 0 and 2),
  publication_bias integer check (publication_bias between 0 and 2),
  large_effect integer check (large_effect between 0 and 2),
  dose_response integer check (dose_response between 0 and 1),
  opposing_confounding integer check (opposing_confounding between 0 and 1),
  -- CERQual: how serious the concerns are, 0 none, 1 minor, 2 moderate, 3 serious.
  methodology  integer check (methodology between 0 and 3),
  coherence    integer check (coherence between 0 and 3),
  adequacy     integer check (adequacy between 0 and 3),
  relevance    integer check (relevance between 0 and 3),
  level        text not null check (level in ('high', 'moderate', 'low', 'veryLow')),
  reason       text not null check (length(reason) between 1 and 2000),
  judged_by    uuid references person,
  judged_by_name text check (length(judged_by_name) between 1 and 200),
  judged_on    date not null,
  check (approach <> 'grade' or num_nulls(starts, risk_of_bias, inconsistency, indirectness, imprecision,
    publication_bias, large_effect, dose_response, opposing_confounding) = 0),
  check (approach <> 'cerqual' or num_nulls(methodology, coherence, adequacy, relevance) = 0),
  check (num_nonnulls(judged_by, judged_by_name) = 1),
  -- start - down + up, never over high nor under very low.
  check (approach <> 'grade' or array_position(array['veryLow', 'low', 'moderate', 'high'], level) = least(4, greatest(1,
    case starts when 'high' then 4 else 2 end
    - risk_of_bias - inconsistency - indirectness - imprecision - publication_bias
    + large_effect + dose_response + opposing_confounding)))
);
create index appraisal_outcome_appraisal on appraisal_outcome (appraisal_id, position);
create index appraisal_outcome_judged_by on appraisal_outcome (judged_by);

-- Professional experience: how proven it is, criterion by criterion, each with what shows it. Never a verdict by itself.
create table appraisal_experience (
  appraisal_id uuid not null references appraisal,
  criterion    text not null check (criterion in ('shared', 'overTime', 'documented', 'followedUp', 'examined', 'ethics', 'context', 'transferable')),
  score        integer not null check (score between 0 and 3),
  evidence     text check (length(evidence) between 1 and 1000),
  primary key (appraisal_id, criterion),
  check (score = 0 or evidence is not null)
);

-- Service users: who was asked, how, how many, and who is missing.
create table appraisal_consultation (
  id           uuid primary key,
  appraisal_id uuid not null references appraisal,
  position     integer not null check (position >= 0),
  who          text not null check (length(who) between 1 and 300),
  how          text not null check (length(how) between 1 and 500),
  how_many     integer check (how_many between 0 and 1000000),
  asked_on     date,
  said         text check (length(said) between 1 and 4000),
  missing      text check (length(missing) between 1 and 500),
  participation text not null check (participation in ('information', 'consultation', 'dialogue', 'influence', 'coDecision'))
);
create index appraisal_consultation_appraisal on appraisal_consultation (appraisal_id, position);

-- The checklist as a form: the proposer answers, the deciding manager asks. Not known is a risk that shows.
create table appraisal_answer (
  id           uuid primary key,
  appraisal_id uuid not null references appraisal,
  question_id  uuid not null references checklist_question,
  standing     text not null check (standing in ('answered', 'unknown', 'notRelevant')),
  text         text check (length(text) between 1 and 4000),
  -- Who answers for it, where from, and when.
  owner_id     uuid references person,
  owner_name   text check (length(owner_name) between 1 and 200),
  source       text check (length(source) between 1 and 500),
  answered_on  date not null,
  -- What is not known yet: when it is to be.
  known_by     date,
  version      integer not null default 1 check (version > 0),
  unique (appraisal_id, question_id),
  check (standing = 'unknown' or text is not null),
  check (num_nonnulls(owner_id, owner_name) <= 1)
);
create index appraisal_answer_owner on appraisal_answer (owner_id);
create index appraisal_answer_question on appraisal_answer (question_id);

-- What the manager asks before deciding, of one question of the checklist or of the whole, and what was answered.
create table appraisal_inquiry (
  id           uuid primary key,
  appraisal_id uuid not null references appraisal,
  question_id  uuid references checklist_question,
  text         text not null check (length(text) between 1 and 1000),
  asked_by     uuid references person,
  asked_at     timestamptz not null,
  answer       text check (length(answer) between 1 and 4000),
  answered_by  uuid references person,
  answered_at  timestamptz,
  check ((answer is null) = (answered_at is null))
);
create index appraisal_inquiry_appraisal on appraisal_inquiry (appraisal_id, asked_at);
create index appraisal_inquiry_asked_by on appraisal_inquiry (asked_by);
create index appraisal_inquiry_answered_by on appraisal_inquiry (answered_by);

-- A way for staff or service users to say what they think, without an account. Nobody is named.
create table perspective_link (
  id           uuid primary key,
  appraisal_id uuid not null references appraisal,
  audience     text not null check (audience in ('staff', 'serviceUsers')),
  question     text not null check (length(question) between 1 and 500),
  secret_hash  bytea not null unique,
  open_until   date not null,
  closed_at    timestamptz,
  created_at   timestamptz not null
);
create index perspective_link_appraisal on perspective_link (appraisal_id);

create table perspective (
  id          uuid primary key,
  link_id     uuid not null references perspective_link,
  sent_mark   uuid not null,
  stance      text check (stance in ('for', 'unsure', 'against')),
  text        text not null check (length(text) between 1 and 4000),
  -- The day and not the moment: nobody is to be told apart.
  received_on date not null,
  hidden_at   timestamptz,
  unique (link_id, sent_mark)
);

-- What was decided. A pilot has a day when it is decided anew, and then there is one more decision.
create table appraisal_decision (
  id            uuid primary key,
  appraisal_id  uuid not null references appraisal,
  decision_no   integer not null check (decision_no > 0),
  decision      text not null check (decision in ('pilot', 'broad', 'no', 'wait')),
  reason        text not null check (length(reason) between 1 and 4000),
  dissent       text check (length(dissent) between 1 and 2000),
  -- What those who said something by a link are told, in words written for them.
  said_back     text check (length(said_back) between 1 and 2000),
  decided_by    uuid references person,
  decided_on    date not null,
  recorded_at   timestamptz not null,
  -- Whoever decided is the only one who wrote: shown, not stopped.
  is_sole_author boolean not null,
  -- What is expected, by when, how it is measured, and what would make us stop.
  expected_effect text check (length(expected_effect) between 1 and 2000),
  expected_by   date,
  measured_how  text check (length(measured_how) between 1 and 2000),
  stop_when     text check (length(stop_when) between 1 and 2000),
  -- A pilot: what is tried, with whom, and how long.
  pilot_what    text check (length(pilot_what) between 1 and 2000),
  pilot_whom    text check (length(pilot_whom) between 1 and 1000),
  pilot_until   date,
  -- When it is looked at again.
  decide_again_on date,
  -- What came of it, beside what was expected.
  outcome       text check (length(outcome) between 1 and 4000),
  outcome_met   text check (outcome_met in ('better', 'asExpected', 'partly', 'notMet', 'notKnown')),
  outcome_on    date,
  outcome_by    uuid references person,
  unique (appraisal_id, decision_no),
  check (decision not in ('pilot', 'broad') or num_nulls(expected_effect, expected_by, measured_how, stop_when) = 0),
  check (decision <> 'pilot' or num_nulls(pilot_what, pilot_whom, pilot_until, decide_again_on) = 0),
  check (decision <> 'wait' or decide_again_on is not null),
  check (expected_by is null or expected_by > decided_on),
  check (decide_again_on is null or decide_again_on > decided_on),
  check (num_nonnulls(outcome, outcome_met, outcome_on) in (0, 3))
);
create index appraisal_decision_decided_by on appraisal_decision (decided_by);
create index appraisal_decision_outcome_by on appraisal_decision (outcome_by);
create index appraisal_decision_again on appraisal_decision (decide_again_on) where decide_again_on is not null;

-- What could be chosen, held against what mattered.
create table decision_option (
  id           uuid primary key,
  appraisal_id uuid not null references appraisal,
  position     integer not null check (position >= 0),
  text         text not null check (length(text) between 1 and 300),
  unique (appraisal_id, position) deferrable initially deferred
);
create table decision_criterion (
  id           uuid primary key,
  appraisal_id uuid not null references appraisal,
  position     integer not null check (position >= 0),
  text         text not null check (length(text) between 1 and 300),
  unique (appraisal_id, position) deferrable initially deferred
);
create table decision_weighing (
  option_id    uuid not null references decision_option on delete cascade,
  criterion_id uuid not null references decision_criterion on delete cascade,
  text         text not null check (length(text) between 1 and 500),
  primary key (option_id, criterion_id)
);
