-- The same as on SQLite, see there.
create table web_sources (
    key text collate "C" primary key,
    address text collate "C" not null,
    kind text not null,
    title text not null,
    settings text not null,
    added_in text,
    added_at bigint not null,
    configured_address text,
    changed_in_chat_at bigint,
    removed_at bigint,
    paused_at bigint,
    paused_why text,
    resumed_at bigint,
    last_at bigint,
    next_at bigint,
    trouble text,
    trouble_since bigint,
    articles bigint not null default 0,
    lease_owner text,
    lease_until bigint,
    state text,
    memory text
);
create unique index web_sources_by_address on web_sources (address) where removed_at is null;
create index web_sources_due on web_sources (next_at, key) where removed_at is null and paused_at is null;
create index web_sources_by_lease on web_sources (lease_owner) where lease_owner is not null;
