-- The same as on SQLite, see there.
alter table channels add column platform text collate "C" generated always as (split_part(channel, ':', 1)) stored;
drop index channels_by_turn;
create index channels_by_turn on channels (platform, last_sent_at, channel) where due_at is not null and paused_at is null;

alter table debts add column sending_at bigint;
alter table debts add column left_at bigint;
create index debts_left on debts (left_at) where left_at is not null;

create table inbox (
    platform text collate "C" not null,
    number bigint not null,
    text text,
    came_at bigint not null,
    answering_at bigint,
    done_at bigint,
    primary key (platform, number)
);
create index inbox_pending on inbox (platform, number) where done_at is null;
create index inbox_done on inbox (done_at) where done_at is not null;

create table notes (
    platform text collate "C" not null,
    name text collate "C" not null,
    text text not null,
    primary key (platform, name)
);
