-- What is read and shown at the meetings of a circle: files and links.
create table session_material (
  id         uuid primary key,
  session_id uuid not null references session on delete cascade,
  title      text not null check (length(title) between 1 and 200),
  address    text check (address ~ '^https?://[^\s]+$' and length(address) <= 1000),
  -- The file lies beside the database, under the checksum of its content.
  file_key   text check (file_key ~ '^[0-9a-f]{64}$'),
  file_name  text check (length(file_name) between 1 and 200 and file_name !~ '[/\\]'),
  file_type  text check (file_type in ('pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpg', 'txt')),
  file_size  integer check (file_size > 0),
  -- From when those who take part see it: at once, or when the meeting has begun.
  shown      text not null check (shown in ('before', 'after')),
  -- Stands on the reading list of the circle.
  to_read    boolean not null,
  added_at   timestamptz not null,
  check ((address is null) <> (file_key is null)),                                 -- a link or a file
  check (num_nulls(file_key, file_name, file_type, file_size) in (0, 4))           -- a file is known wholly or not at all
);
create index session_material_session on session_material (session_id, added_at);
create index session_material_file on session_material (file_key);
