-- What organisations were called before, and what became of them: "then" and "now" can both be asked for.

-- A name an organisation went by until it got another. What it is called now stands in organisation.
create table organisation_former_name (
  organisation_id uuid not null references organisation,
  name            text collate swedish not null check (length(name) between 1 and 200),
  short_name      text collate swedish not null check (length(short_name) between 1 and 200),
  last_day        date not null,
  -- Where the change of name is written down.
  source          text,
  -- On any day an organisation has one name: the former one that lasted past that day and ended first, or today's.
  primary key (organisation_id, last_day)
);

-- What an organisation became when it was merged into another or split. Its own row stays as it was, with a last day.
create table organisation_succession (
  from_id  uuid not null references organisation,
  to_id    uuid not null references organisation,
  kind     text not null check (kind in ('merged', 'split')),
  -- The first day of the new order.
  day      date not null,
  -- Whether what was written on the old one is counted here now.
  inherits boolean not null,
  source   text,
  -- A part that was given away may take over the rest one day.
  primary key (from_id, to_id, day),
  check (from_id <> to_id),
  check (kind = 'split' or inherits)
);
create index organisation_succession_to on organisation_succession (to_id);

-- Counted in one place and no more, or a sum over organisations would count it twice.
create unique index organisation_succession_heir on organisation_succession (from_id) where inherits;
