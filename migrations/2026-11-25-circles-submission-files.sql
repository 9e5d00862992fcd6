-- What somebody hands in beside their text. A file follows its text: whoever reads the one opens the other.
create table submission_file (
  id            uuid primary key,
  submission_id uuid not null references assignment_submission on delete cascade,
  file_key      file_key not null,
  file_name     text not null check (length(file_name) between 1 and 200 and file_name !~ '[/\\]'),
  file_type     text not null check (file_type in ('pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpg', 'txt')),
  file_size     integer not null check (file_size > 0),
  added_at      timestamptz not null,
  -- The same file sent twice, as after a lost connection, is one file.
  unique (submission_id, file_key, file_name)
);
create index submission_file_key on submission_file (file_key);
