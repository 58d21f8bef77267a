-- change: numbers what was changed or taken out in a room, so that a page that was away learns of it. gone_at: taken out.
alter table room_entries add column change integer;
alter table room_entries add column gone_at integer;
create index room_entries_by_change on room_entries (room, change) where change is not null;
