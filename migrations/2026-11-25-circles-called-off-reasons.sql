-- Why a meeting was called off.
alter table session add column called_off_reason text check (length(called_off_reason) between 1 and 500);
-- A meeting that is planned again is not called off for any reason.
alter table session add check (called_off_reason is null or called_off);

update session set called_off_reason = 'Skälet är inte sparat.' where kind = 'followUp' and called_off;
-- A round ends with its follow-up, so one that is never held says why.
alter table session add check (kind <> 'followUp' or not called_off or called_off_reason is not null);
