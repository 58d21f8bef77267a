alter table topics add column is_breaking bigint not null default 0;
alter table topics add column is_sensitive bigint not null default 0;

-- Channels of one outlet follow the same: a change in one is written to all. A channel is in one outlet at most.
create table outlet_channels (
    channel text collate "C" primary key references channels (channel),
    outlet bigint not null
);
create index outlet_channels_by_outlet on outlet_channels (outlet);

-- Each works once, until an instant.
create table outlet_codes (
    code text collate "C" primary key,
    channel text collate "C" not null,
    until bigint not null
);

-- What a bundle carries.
create index debts_by_bundle on debts (bundle) where bundle is not null;
