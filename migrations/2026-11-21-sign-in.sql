-- Sign-in: sessions, passwords, mailed links, two-factor. Written by better-auth; its user is our person.

create table sign_in_session (
  id         uuid primary key,
  person_id  uuid not null references person on delete cascade,
  token      text not null unique,
  expires_at timestamptz not null,
  -- Kept empty: an address and a browser's name are not needed to sign somebody in.
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
create index sign_in_session_person on sign_in_session (person_id);

create table sign_in_account (
  id                       uuid primary key,
  person_id                uuid not null references person on delete cascade,
  account_id               text not null,
  provider_id              text not null,
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null,
  unique (provider_id, account_id)
);
create index sign_in_account_person on sign_in_account (person_id);

create table sign_in_verification (
  -- Mostly one of our ids, but also the hash of what is reserved for a moment, so that one of two gets it.
  id         text primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_verification_identifier on sign_in_verification (identifier);

create table sign_in_two_factor (
  id                        uuid primary key,
  person_id                 uuid not null references person on delete cascade,
  secret                    text not null,
  backup_codes              text not null,
  verified                  boolean,
  failed_verification_count integer not null default 0,
  locked_until              timestamptz
);
create index sign_in_two_factor_person on sign_in_two_factor (person_id);
create index sign_in_two_factor_secret on sign_in_two_factor (secret);
