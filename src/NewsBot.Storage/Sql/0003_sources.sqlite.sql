-- Feeds and pages on the web. configured_address: what the settings file says, null when it says nothing of this source; address may have followed the
-- site since. removed_at: chat removed what the file names, and the row keeps it away. state and memory are the poller's own; memory is last because it is long.
create table web_sources (
    key text primary key,
    address text not null,
    kind text not null,
    title text not null,
    settings text not null,
    added_in text,
    added_at integer not null,
    configured_address text,
    changed_in_chat_at integer,
    removed_at integer,
    paused_at integer,
    paused_why text,
    resumed_at integer,
    last_at integer,
    next_at integer,
    trouble text,
    trouble_since integer,
    articles integer not null default 0,
    lease_owner text,
    lease_until integer,
    state text,
    memory text
);
create unique index web_sources_by_address on web_sources (address) where removed_at is null;
create index web_sources_due on web_sources (next_at, key) where removed_at is null and paused_at is null;
create index web_sources_by_lease on web_sources (lease_owner) where lease_owner is not null;
