-- Signing in through an organisation's own directory, by OpenID Connect.

create table sign_in_provider (
  id              uuid primary key,
  organisation_id uuid not null references organisation,
  issuer          text not null check (issuer ~ '^https?://' and length(issuer) <= 500),
  client_id       text not null check (length(client_id) between 1 and 500),
  -- Sealed with a key that is not in the database, so that a copy of it lets nobody pose as us.
  client_secret   bytea not null check (length(client_secret) > 28),
  -- Where the provider tells somebody's address.
  address_claim   text not null check (address_claim in ('email', 'preferred_username', 'upn')),
  -- Whether somebody unknown gets an account, without any role.
  admits_new      boolean not null,
  -- Whether people of its domains may come in no other way.
  only_way        boolean not null,
  enabled         boolean not null default false,
  created_at      timestamptz not null default clock_timestamp(),
  -- The last day. What has ended stays as history and is never turned on again.
  valid_to        date,
  -- Why somebody was refused last, for whoever looks after it. Nothing about whom.
  refused_for     text,
  refused_at      timestamptz,
  check ((refused_for is null) = (refused_at is null))
);
create index sign_in_provider_organisation on sign_in_provider (organisation_id);

-- The domains a provider answers for. It does so once somebody who answers for the whole installation has approved:
-- whoever may sign in a domain's people has all that they may do. A domain taken from the organisation is gone here.
create table sign_in_provider_domain (
  provider_id uuid not null references sign_in_provider,
  domain      text not null references organisation_domain on delete cascade,
  approved_at timestamptz,
  primary key (provider_id, domain)
);
create index sign_in_provider_domain_domain on sign_in_provider_domain (domain);

-- Somebody on their way through a provider, for some minutes. Only hashes: a row opens nothing without the browser
-- that began, and is gone when it has been used.
create table sign_in_provider_flow (
  state_hash   bytea primary key check (length(state_hash) = 32),
  browser_hash bytea not null check (length(browser_hash) = 32),
  provider_id  uuid not null references sign_in_provider,
  till         text not null,
  expires_at   timestamptz not null
);
create index sign_in_provider_flow_expires on sign_in_provider_flow (expires_at);
