-- The keys under which files lie beside the database. Every column that holds one is of this type: by it those files are
-- found that something refers to, and only what nothing refers to is thrown away.
create domain file_key as text check (value ~ '^[0-9a-f]{64}$');

alter table organisation_look alter column mark_key type file_key;
alter table session_material alter column file_key type file_key;
