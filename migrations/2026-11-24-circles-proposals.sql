-- What comes out of a circle: proposals for the workplaces at home, and what became of them.

create table proposal (
  id              uuid primary key,
  round_id        uuid not null references round,
  -- Whose it is. Null: written by those who lead, for the circle as a whole.
  registration_id uuid references registration,
  title           text not null check (length(title) between 1 and 200),
  kind            text check (kind in ('structure', 'project')),
  problem         text not null check (length(problem) between 1 and 4000),
  content         text check (length(content) between 1 and 8000),
  parties         text check (length(parties) between 1 and 2000),
  -- What rests on each of the three sources of knowledge. Empty: nobody has looked yet.
  research        text check (length(research) between 1 and 4000),
  profession      text check (length(profession) between 1 and 4000),
  service_user    text check (length(service_user) between 1 and 4000),
  -- The sources that were searched and gave nothing, which is not the same as empty.
  sought_in_vain  text[] not null default '{}' check (sought_in_vain <@ array['research', 'profession', 'serviceUser']),
  asks            text check (length(asks) between 1 and 4000),
  owner           text check (length(owner) between 1 and 200),
  state           text not null check (state in ('idea', 'proposedAtHome', 'decided', 'started', 'inUse', 'dropped')),
  published_at    timestamptz,
  -- Raised at every change of the words, so that nobody writes over what they have not seen.
  version         integer not null default 1 check (version > 0),
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  -- A source has either given something or been searched in vain.
  check (research is null or not sought_in_vain @> array['research']),
  check (profession is null or not sought_in_vain @> array['profession']),
  check (service_user is null or not sought_in_vain @> array['serviceUser']),
  -- Nobody outside can judge what does not say what is proposed and whose it is.
  check (published_at is null or (content is not null and owner is not null))
);
create index proposal_round on proposal (round_id, created_at);
create index proposal_registration on proposal (registration_id);

-- How a proposal has fared, each state with its day. Rows are added and never changed.
create table proposal_step (
  id          uuid primary key,
  proposal_id uuid not null references proposal,
  -- The order they were told in: several may be told on one day.
  step_no     integer not null check (step_no > 0),
  state       text not null check (state in ('idea', 'proposedAtHome', 'decided', 'started', 'inUse', 'dropped')),
  happened_on date not null,
  reason      text check (length(reason) between 1 and 1000),
  -- How it was told: in the circle, or by a button behind a mailed link.
  told_by     text not null check (told_by in ('circle', 'link')),
  told_at     timestamptz not null,
  unique (proposal_id, step_no),
  -- What was dropped without a reason teaches nobody anything.
  check (state <> 'dropped' or reason is not null)
);

-- When whoever made a proposal was asked what has become of it: once for each occasion.
create table proposal_asking (
  proposal_id uuid not null references proposal,
  occasion    text not null check (occasion in ('followUp', 'sixMonths', 'twelveMonths')),
  asked_at    timestamptz not null,
  -- The answer may be that nothing has changed, which is no step.
  answered_at timestamptz,
  primary key (proposal_id, occasion)
);
