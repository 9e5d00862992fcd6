-- Checklists: what to find out before a method is introduced. A version that is published never changes.

create table checklist (
  id              uuid primary key,
  slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Null: it came with the installation.
  organisation_id uuid references organisation,
  title           text not null check (length(title) between 1 and 200),
  purpose         text check (length(purpose) between 1 and 2000),
  workshop_id     uuid references workshop,
  -- The version it was copied from, whoever adapts it; differences are shown against it and what came after.
  copied_from     uuid,
  created_at      timestamptz not null,
  retired_at      timestamptz,
  version         integer not null default 1 check (version > 0)
);
create index checklist_organisation on checklist (organisation_id);
create index checklist_workshop on checklist (workshop_id);
create index checklist_copied_from on checklist (copied_from);

create table checklist_version (
  id           uuid primary key,
  checklist_id uuid not null references checklist,
  version_no   integer not null check (version_no > 0),
  -- What is new in it.
  note         text check (length(note) between 1 and 1000),
  -- Null: being written. Published, it stands as it is for ever.
  published_at timestamptz,
  published_by uuid references person,
  unique (checklist_id, version_no),
  check (published_at is not null or published_by is null)
);
create unique index checklist_version_draft on checklist_version (checklist_id) where published_at is null;
create index checklist_version_published_by on checklist_version (published_by);
alter table checklist add foreign key (copied_from) references checklist_version;

create table checklist_question (
  id          uuid primary key,
  version_id  uuid not null references checklist_version,
  position    integer not null check (position >= 0),
  -- The same question through versions and copies, so that differences and answers can follow it.
  lineage     uuid not null,
  text        text not null check (length(text) between 1 and 300),
  help        text check (length(help) between 1 and 1000),
  dimension   text check (dimension in ('purpose', 'targetGroup', 'userBenefit', 'effect', 'timeToEffect', 'evidence',
    'harmRisk', 'cost', 'staffImpact', 'systemImpact', 'leadership', 'responsibility', 'competence', 'collaboration',
    'currentPractice', 'replaces', 'goalAlignment', 'adaptation', 'implementation', 'rollout', 'testDesign', 'followUp',
    'equity', 'lawAndEthics')),
  -- What the platform knows that answers it, wholly or in part.
  answered_by text check (answered_by in ('methodCost', 'methodTraining', 'methodUses', 'methodReplaces', 'research', 'timeToEffect')),
  -- One of the eight of the short form.
  is_short    boolean not null default false,
  is_addition boolean not null default false,
  -- The merged question of a workshop it was made from, and so the room's own words.
  merged_question_id uuid references merged_question,
  unique (version_id, lineage),
  unique (version_id, position) deferrable initially deferred
);
create index checklist_question_merged on checklist_question (merged_question_id);

-- The bodies that made it, which it is published to.
create table checklist_body (
  checklist_id uuid not null references checklist,
  body_id      uuid not null references body,
  primary key (checklist_id, body_id)
);
create index checklist_body_body on checklist_body (body_id);

-- What is published stands as it is for ever: an appraisal that began with it is not changed under it, by whatever door.
-- Who published it may be joined with another entry of the same person.
create function checklist_version_stands() returns trigger language plpgsql as $$
begin
  if old.published_at is not null then
    raise exception 'A published version of a checklist never changes' using errcode = 'check_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger checklist_version_stands
  before update of id, checklist_id, version_no, note, published_at or delete on checklist_version
  for each row execute function checklist_version_stands();

create function checklist_question_stands() returns trigger language plpgsql as $$
begin
  if exists (
    select from checklist_version v
    where v.published_at is not null and (v.id = case tg_op when 'INSERT' then new.version_id else old.version_id end
      or (tg_op = 'UPDATE' and v.id = new.version_id))
  ) then
    raise exception 'A published version of a checklist never changes' using errcode = 'check_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger checklist_question_stands
  before insert or update or delete on checklist_question
  for each row execute function checklist_question_stands();
