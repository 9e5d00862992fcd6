-- Passkeys: a fingerprint, a face or a code on one's own device signs in. Written by better-auth.

create table sign_in_passkey (
  id            uuid primary key,
  person_id     uuid not null references person on delete cascade,
  name          text check (length(name) <= 200),
  public_key    text not null,
  credential_id text not null unique,
  counter       bigint not null,
  device_type   text not null,
  backed_up     boolean not null,
  transports    text,
  aaguid        text,
  created_at    timestamptz
);
create index sign_in_passkey_person on sign_in_passkey (person_id);
