-- What somebody was sent has a row of its own, because the receiver may turn out to be another entry
-- (docs/decisions/013): two of one person in one meeting become one receiver, and may become two again.
alter table minutes_sent_part
  drop constraint minutes_sent_part_pkey,
  add column id uuid primary key default gen_random_uuid(),
  add unique (receiver_id, part_id);
alter table minutes_sent_addition
  drop constraint minutes_sent_addition_pkey,
  add column id uuid primary key default gen_random_uuid(),
  add unique (receiver_id, addition_id);
