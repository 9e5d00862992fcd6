-- The platform's own tables: what every feature leans on and no user has a word for.
--
-- Every file here runs once, in the order of the names, each in its own transaction, as the owner of the database.
-- :"web" stands for the role the web server logs in as. It owns nothing and may read and write the rows of every
-- table made here; a table where it may do less says so with a revoke.

-- Names in Swedish order: å ä ö last, Avdelning 2 before Avdelning 10. Columns that are sorted for people carry it.
-- The database itself sorts by code point, so that no index depends on the version of a language library.
create collation swedish (provider = icu, locale = 'sv-SE-u-kn-true');


-- ── Secrets ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- What the installation made up for itself and only the owner may read, such as the password of the web role.
create table platform_secret (
  name   text primary key,
  value  text not null
);
revoke all on platform_secret from :"web";


-- ── Audit ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- Who did what about what. Written in the transaction that did it, and never changed by the web.
create table audit_record (
  id              bigint generated always as identity primary key,
  at              timestamptz not null default clock_timestamp(),
  -- Tells the sealer where to begin looking for rows it has not sealed. Not part of what is sealed, because the
  -- numbers start over in a restored database.
  transaction_id  xid8 not null default pg_current_xact_id(),
  person_id       uuid,  -- null: nobody with an account, or the installation itself
  via             text not null check (via in ('nobody', 'link', 'session', 'token', 'operator', 'job')),
  what            text not null check (what ~ '^[a-z_]+\.[a-z_]+$'),
  about           text not null,
  organisation_id uuid,
  -- What is sealed is the digest, so that payload and salt can be erased later and the seal still hold.
  payload         jsonb,
  salt            bytea,
  digest          bytea not null,
  check ((payload is null) = (salt is null))
);
create index audit_record_transaction on audit_record (transaction_id);
create index audit_record_about on audit_record (about, id);
create index audit_record_organisation on audit_record (organisation_id, id) where organisation_id is not null;
create index audit_record_person on audit_record (person_id, id) where person_id is not null;

-- A chain over the committed records, in batches: each hash covers the one before it.
create table audit_seal (
  no            bigint primary key check (no > 0),
  records       int8multirange not null,
  record_count  integer not null check (record_count > 0),
  below         xid8 not null,  -- the next search for records begins at this transaction
  previous_hash bytea not null,
  hash          bytea not null,
  at            timestamptz not null default clock_timestamp()
);
create index audit_seal_records on audit_seal using gist (records);
revoke update, delete, truncate on audit_record, audit_seal from :"web";

-- Retention: takes away what the records of before a moment held, and leaves who, what, about what and the seal.
-- The only change to a record that the web can make, and never to one younger than thirty days.
create function erase_audit_payloads(before timestamptz) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with erased as (
    update public.audit_record set payload = null, salt = null
    where at < least(before, clock_timestamp() - interval '30 days') and payload is not null
    returning 1
  )
  select count(*)::integer from erased
$$;
revoke execute on function erase_audit_payloads from public;
grant execute on function erase_audit_payloads to :"web";


-- ── Mail ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Every mail we have ever posted. `kept`: there is no mail server, an administrator can read it here.
create table mail (
  id               uuid primary key,
  -- The same mail is posted once, however often the job that posts it runs.
  dedupe_key       text unique,
  about            text,
  to_address       text not null,
  reply_to_name    text,
  reply_to_address text,
  from_name        text,
  subject          text not null,
  -- Gone after ninety days; the row stays.
  body_text        text,
  body_html        text,
  calendar_method  text check (calendar_method in ('REQUEST', 'CANCEL', 'PUBLISH')),
  calendar_file    text,
  state            text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'kept')),
  attempts         integer not null default 0,
  problem          text,
  created_at       timestamptz not null default clock_timestamp(),
  settled_at       timestamptz,
  check ((state = 'waiting') = (settled_at is null)),
  check ((body_text is null) = (body_html is null)),
  check (state <> 'waiting' or body_text is not null)
);
create index mail_state on mail (state, id);
create index mail_about on mail (about, id) where about is not null;
create index mail_settled on mail (settled_at) where body_text is not null;


-- ── Mailed links ────────────────────────────────────────────────────────────────────────────────────────────────

-- One purpose, one subject, one version of it. Only the hash of the secret is here: nobody can read a working link.
create table mailed_link (
  token_hash bytea primary key check (length(token_hash) = 32),
  purpose    text not null,
  subject    text not null,
  version    text,
  expires_at timestamptz not null,
  spent_at   timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);
create index mailed_link_subject on mailed_link (subject, purpose);
create index mailed_link_expires on mailed_link (expires_at);


-- ── API tokens ──────────────────────────────────────────────────────────────────────────────────────────────────

create table api_token (
  id         uuid primary key,
  person_id  uuid not null,
  name       text not null check (length(name) between 1 and 200),
  token_hash bytea not null unique check (length(token_hash) = 32),
  scopes     text[] not null,  -- none: it tells who calls, and opens nothing that needs a right
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);
create index api_token_person on api_token (person_id);


-- ── Rate limits ─────────────────────────────────────────────────────────────────────────────────────────────────

-- Unlogged: counting costs no write to disk, and a crash may forget the last minutes' counts.
create unlogged table rate_limit (
  key        text primary key,
  count      integer not null,
  expires_at timestamptz not null
) with (fillfactor = 50);
create index rate_limit_expires on rate_limit (expires_at);


-- ── Idempotency keys ────────────────────────────────────────────────────────────────────────────────────────────

-- A write of the API that is sent twice is done once. Kept for 24 hours.
create table idempotency_key (
  actor_id   text not null,
  operation  text not null,
  key        text not null,
  body_hash  text not null,
  response   jsonb,
  created_at timestamptz not null default clock_timestamp(),
  primary key (actor_id, operation, key)
);
create index idempotency_key_created on idempotency_key (created_at);
