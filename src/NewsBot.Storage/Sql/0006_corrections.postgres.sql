-- The same as on SQLite, see there.
alter table room_entries add column change bigint;
alter table room_entries add column gone_at bigint;
create index room_entries_by_change on room_entries (room, change) where change is not null;
