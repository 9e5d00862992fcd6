-- Questions that a circle works with, and what each workplace answers over the meetings.

create table circle_question (
  id       uuid primary key,
  round_id uuid not null references round,
  position integer not null check (position >= 0),
  -- Which of the product's own questions it was taken from; null: the circle's own.
  standard text check (length(standard) between 1 and 60),
  -- How it is answered: in words, by how far one has come, or way of working by way of working.
  kind     text not null check (kind in ('text', 'level', 'practice')),
  theme    text not null check (length(theme) between 1 and 120),
  -- The source of knowledge it is put to; null: no one of them.
  source   text check (source in ('research', 'profession', 'serviceUser')),
  -- As it was asked: what has been answered is not asked in other words afterwards.
  text     text not null check (length(text) between 1 and 500),
  -- A question from the bank is asked once.
  unique (round_id, standard),
  -- An answer's question and workplace are of the same round.
  unique (id, round_id),
  -- What is drawn in a way of its own has a question that the drawing knows.
  check (kind = 'text' or standard is not null)
);
create index circle_question_round on circle_question (round_id, position);

-- A workplace that answers. Written down with its first answer, so that it stays when its people leave the circle.
create table circle_workplace (
  id       uuid primary key,
  round_id uuid not null references round,
  -- The same for everybody who writes the name of the workplace and its employer in the same letters.
  key      text not null check (length(key) between 1 and 400),
  name     text not null check (length(name) between 1 and 200),
  employer text not null check (length(employer) between 1 and 200),
  unique (round_id, key),
  unique (id, round_id)
);

-- What a workplace answers to a question; to the one about ways of working, one answer for each of them.
create table workplace_answer (
  id           uuid primary key,
  round_id     uuid not null references round,
  question_id  uuid not null,
  workplace_id uuid not null,
  -- The way of working it is about; null: the question itself.
  name         text check (length(name) between 1 and 120),
  -- Raised at every change, so that nobody writes over what they have not seen.
  version      integer not null default 0 check (version >= 0),
  foreign key (question_id, round_id) references circle_question (id, round_id),
  foreign key (workplace_id, round_id) references circle_workplace (id, round_id)
);
-- A workplace has one answer to a question, and one about each way of working.
create unique index workplace_answer_one on workplace_answer (question_id, workplace_id, lower(coalesce(name, '')));

-- What the answer was at each meeting: the next meeting's stands beside it, so that one sees what has grown.
-- Nothing tells who wrote: the answer is the workplace's.
create table workplace_answer_text (
  answer_id  uuid not null references workplace_answer on delete cascade,
  session_id uuid not null references session,
  body       text check (length(body) between 1 and 4000),
  -- How far one has come, from nothing to what works; null: not judged.
  level      integer check (level between 0 and 3),
  -- What is missing and needs to be built.
  gap        text check (length(gap) between 1 and 4000),
  -- What a way of working rests on.
  rests_on   text[] check (
    rests_on <@ array['research', 'profession', 'serviceUser', 'tradition', 'unknown'] and cardinality(rests_on) > 0),
  primary key (answer_id, session_id),
  -- An answer says something.
  check (num_nonnulls(body, level, gap, rests_on) > 0),
  -- Whoever does not know what it rests on has not said what it rests on.
  check (not rests_on @> array['unknown'] or cardinality(rests_on) = 1)
);
create index workplace_answer_text_session on workplace_answer_text (session_id);
