alter table topics add column is_breaking integer not null default 0;
alter table topics add column is_sensitive integer not null default 0;

-- Channels of one outlet follow the same: a change in one is written to all. A channel is in one outlet at most.
create table outlet_channels (
    channel text primary key references channels (channel),
    outlet integer not null
) without rowid;
create index outlet_channels_by_outlet on outlet_channels (outlet);

-- Each works once, until an instant.
create table outlet_codes (
    code text primary key,
    channel text not null,
    until integer not null
) without rowid;

-- What a bundle carries.
create index debts_by_bundle on debts (bundle) where bundle is not null;
