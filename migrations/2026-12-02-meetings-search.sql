-- What was added to minutes is found like what stands in them.
create index minutes_addition_in_words on minutes_addition using gin (to_tsvector('swedish', text));
