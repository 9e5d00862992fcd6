-- What has hindered somebody on the site, told without an account, and what was answered (law 2018:1937, 13 §).
create table accessibility_report (
  id              uuid primary key,
  -- Whose page it was. Null: the installation's own.
  organisation_id uuid references organisation,
  page            text check (length(page) between 1 and 500),
  hindrance       text not null check (length(hindrance) between 1 and 4000),
  -- What the person uses besides: a screen reader, magnification, a switch.
  aid             text check (length(aid) between 1 and 200),
  -- To answer to. Erased some time after the answer; the report stays a while, so that faults can be followed.
  email           text check (email = lower(email)),
  language        text not null default 'sv' check (language in ('sv', 'en')),
  reported_at     timestamptz not null,
  answer_by       date not null,
  answer          text check (length(answer) between 1 and 4000),
  answered_at     timestamptz,
  answered_by     uuid references person,
  check ((answer is null) = (answered_at is null))
);
create index accessibility_report_organisation on accessibility_report (organisation_id, reported_at);
create index accessibility_report_open on accessibility_report (answer_by) where answered_at is null;
create index accessibility_report_answered on accessibility_report (answered_at) where answered_at is not null;
