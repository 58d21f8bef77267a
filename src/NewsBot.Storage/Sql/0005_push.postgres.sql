-- The same as on SQLite, see there.
create table hub_subscriptions (
    callback text collate "C" primary key,
    source text collate "C" not null,
    hub text not null,
    topic text not null,
    secret text not null,
    standing text not null,
    is_pending bigint not null,
    next_at bigint not null,
    lease_ends_at bigint,
    told text,
    attempts bigint not null,
    trouble text,
    pushed_at bigint,
    missed bigint not null
);
create index hub_subscriptions_by_source on hub_subscriptions (source);
create index hub_subscriptions_by_turn on hub_subscriptions (next_at);
