-- The first half of a channel's name: each platform's courier asks for its own lanes only.
alter table channels add column platform text generated always as (substr(channel, 1, instr(channel, ':') - 1)) virtual;
drop index channels_by_turn;
create index channels_by_turn on channels (platform, last_sent_at, channel) where due_at is not null and paused_at is null;

-- sending_at: set right before a post is sent, where the platform would post it twice. left_at: its fate is unknown and it was left so.
alter table debts add column sending_at integer;
alter table debts add column left_at integer;
create index debts_left on debts (left_at) where left_at is not null;

-- What people sent. answering_at: an answer may have been sent. done_at: nothing is left to do; the text is gone then.
create table inbox (
    platform text not null,
    number integer not null,
    text text,
    came_at integer not null,
    answering_at integer,
    done_at integer,
    primary key (platform, number)
) without rowid;
create index inbox_pending on inbox (platform, number) where done_at is null;
create index inbox_done on inbox (done_at) where done_at is not null;

create table notes (
    platform text not null,
    name text not null,
    text text not null,
    primary key (platform, name)
) without rowid;
