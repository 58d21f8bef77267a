-- The same as on SQLite, see there.
alter table debts rename to old_debts;
alter table old_debts rename constraint debts_pkey to old_debts_pkey;
drop index debts_open;
drop index debts_failed;
drop index debts_left;
create table debts (
    number bigint generated always as identity primary key,
    subject text collate "C" not null,
    article text collate "C" references articles (id),
    channel text collate "C" not null references channels (channel),
    kind text not null,
    class bigint not null default 1,
    bundle bigint,
    text text,
    owed_at bigint not null,
    attempts bigint not null default 0,
    leased_at bigint,
    doubtful_at bigint,
    sending_at bigint,
    paid_at bigint,
    message_id text,
    drawn_hash text,
    given_up_at bigint,
    left_at bigint,
    failed_at bigint,
    why text,
    unique (subject, channel)
);
insert into debts (subject, number, article, channel, kind, owed_at, attempts, leased_at, doubtful_at, sending_at, paid_at, message_id, drawn_hash, given_up_at, left_at, failed_at, why) overriding system value select article, number, article, channel, kind, owed_at, attempts, leased_at, doubtful_at, sending_at, paid_at, message_id, drawn_hash, given_up_at, left_at, failed_at, why from old_debts;
drop table old_debts;
select setval(pg_get_serial_sequence('debts', 'number'), coalesce((select max(number) from debts), 0) + 1, false);
create index debts_open on debts (channel, class, number) where paid_at is null and given_up_at is null and bundle is null;
create index debts_by_article on debts (article) where article is not null;
create index debts_failed on debts (failed_at) where failed_at is not null;
create index debts_left on debts (left_at) where left_at is not null;
