alter table session_material
  -- How many times those who take part have opened it: the number alone. Who and when is written nowhere.
  add column opened integer not null default 0 check (opened >= 0);
