-- The same as on SQLite, see there.
alter table channels add column head_class bigint not null default 1;
drop index channels_by_turn;
create index channels_by_turn on channels (platform, head_class, last_sent_at, channel) where due_at is not null and paused_at is null;

create index debts_by_paid on debts (channel, paid_at) where paid_at is not null and bundle is null;

create table attempts (
    debt bigint not null,
    at bigint not null,
    ended_at bigint,
    outcome text collate "C" not null,
    why text,
    message_id text,
    primary key (debt, at, outcome)
);
create index attempts_by_time on attempts (at);
