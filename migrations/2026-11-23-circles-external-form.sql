-- A round whose applications another service takes: its public page leads there, and the answers are imported.
alter table round add column external_form text check (external_form ~ '^https://[^\s]+$' and length(external_form) <= 500);
