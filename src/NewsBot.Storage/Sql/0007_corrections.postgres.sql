-- The same as on SQLite, see there.
alter table room_entries add column change bigint;
alter table room_entries add column gone_at bigint;
create index room_entries_by_change on room_entries (room, change) where change is not null;

alter table articles add column withdrawn_at bigint;
create index articles_withdrawn on articles (withdrawn_at) where withdrawn_at is not null;
create index articles_by_change on articles (source, changed_at) where changed_at is not null;

alter table debts add column was text;
alter table debts add column noted_at bigint;
alter table debts add column appealed bigint;
alter table debts add column again bigint;
alter table channels add column appeal_post bigint;
alter table channels add column appeal_day bigint;
alter table channels add column appeals bigint not null default 0;
