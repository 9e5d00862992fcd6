-- What the participants of a circle say about their work before it and after it, kept so that nobody can tell who said
-- what: answers are counted, not kept, and no row tells when or in which order they came. (docs/decisions)

-- The two times the same questions are asked. Neither is moved once it is over, so that what is published about it is
-- published once.
create table questionnaire_occasion (
  round_id   uuid not null references round,
  occasion   text not null check (occasion in ('before', 'after')),
  opens_on   date not null,
  closes_on  date not null,
  -- What an own code is mixed with before it is kept, the same both times. Gone when the answers of the second are counted.
  salt       text check (length(salt) between 1 and 100),
  -- Null: not over, or not counted yet. Nothing is shown before.
  counted_on date,
  primary key (round_id, occasion),
  check (closes_on >= opens_on),
  check (counted_on > closes_on)  -- nobody answers what has been counted
);

-- How many have given each answer. All rows of an occasion are there from the start and are all written anew by each who
-- answers, so that neither a row's place nor its transaction tells which of them somebody chose.
create table questionnaire_tally (
  round_id uuid not null,
  occasion text not null,
  question text not null check (length(question) between 1 and 40),
  answer   text not null check (length(answer) between 1 and 20),
  answers  integer not null default 0 check (answers >= 0),
  primary key (round_id, occasion, question, answer),
  foreign key (round_id, occasion) references questionnaire_occasion
);

-- Who has answered, so that nobody answers twice or is reminded in vain. Without a time, and gone when the answers are
-- counted.
create table questionnaire_answered (
  round_id        uuid not null,
  occasion        text not null,
  registration_id uuid not null references registration on delete cascade,
  primary key (round_id, occasion, registration_id),
  foreign key (round_id, occasion) references questionnaire_occasion
);
create index questionnaire_answered_registration on questionnaire_answered (registration_id);

-- The answers of those who keep a code of their own, so that their first can be followed to their second. Ids are drawn,
-- not counted up, and all rows of an occasion are laid anew in drawn order by each who answers. Gone when the answers of
-- the second occasion are counted.
create table questionnaire_kept (
  id       uuid primary key,
  round_id uuid not null,
  occasion text not null,
  -- An imprint of the code. Two who chose the same one are both left out when answers are followed.
  code     text not null check (length(code) between 20 and 100),
  answers  jsonb not null,
  foreign key (round_id, occasion) references questionnaire_occasion
);
create index questionnaire_kept_occasion on questionnaire_kept (round_id, occasion);

-- How those who kept a code have changed together. Only what may be shown is written down.
create table questionnaire_pairs (
  round_id uuid not null references round,
  question text not null check (length(question) between 1 and 40),
  pairs    integer not null check (pairs >= 5),  -- fewer could point at a person
  sum      integer not null,
  squares  integer not null check (squares >= 0),
  primary key (round_id, question)
);
