-- What hubs push to us. callback: the part of our address that only the hub knows. next_at: when the hub is to be asked again.
create table hub_subscriptions (
    callback text primary key,
    source text not null,
    hub text not null,
    topic text not null,
    secret text not null,
    standing text not null,
    is_pending integer not null,
    next_at integer not null,
    lease_ends_at integer,
    told text,
    attempts integer not null,
    trouble text,
    pushed_at integer,
    missed integer not null
) without rowid;
create index hub_subscriptions_by_source on hub_subscriptions (source);
create index hub_subscriptions_by_turn on hub_subscriptions (next_at);
