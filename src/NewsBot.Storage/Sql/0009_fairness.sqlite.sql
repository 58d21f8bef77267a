-- head_class: of what the lane would pay next, so that lanes with breaking news come before the others; 2 when nothing is owed.
alter table channels add column head_class integer not null default 1;
drop index channels_by_turn;
create index channels_by_turn on channels (platform, head_class, last_sent_at, channel) where due_at is not null and paused_at is null;

-- What a channel was sent lately; members of a bundle were sent with it.
create index debts_by_paid on debts (channel, paid_at) where paid_at is not null and bundle is null;

-- One row for each attempt at a debt. ended_at is null when the process died over it.
create table attempts (
    debt integer not null,
    at integer not null,
    ended_at integer,
    outcome text not null,
    why text,
    message_id text,
    primary key (debt, at, outcome)
) without rowid;
create index attempts_by_time on attempts (at);
