-- When the last backup was made is asked every time somebody opens the page about operations, of a log that only grows.
create index audit_record_backed_up on audit_record (at) where what = 'platform.backed_up';
