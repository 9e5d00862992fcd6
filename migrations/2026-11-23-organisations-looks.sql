-- How an organisation shows itself on its public pages and in its mail. What it does not say, the one above it says.
create table organisation_look (
  organisation_id uuid primary key references organisation,
  name            text check (length(name) between 1 and 80),
  -- An image among the kept files, by the SHA-256 of its content.
  mark_key        text check (mark_key ~ '^[0-9a-f]{64}$'),
  mark_type       text check (mark_type in ('image/png', 'image/jpeg', 'image/webp')),
  mark_width      integer check (mark_width between 1 and 4000),
  mark_height     integer check (mark_height between 1 and 4000),
  -- Who its mail is from, and where an answer goes when nobody nearer is named.
  sender_name     text check (length(sender_name) between 1 and 80),
  reply_address   text check (reply_address = lower(reply_address) and length(reply_address) <= 254),
  check (num_nulls(mark_key, mark_type, mark_width, mark_height) in (0, 4))
);
create index organisation_look_mark on organisation_look (mark_key) where mark_key is not null;
