-- subject: what is owed, an article's id for its post, "<id>#edit" for an edit of it. class: 0 before 1 before 2. bundle: the debt that carries this one.
alter table debts rename to old_debts;
drop index debts_open;
drop index debts_failed;
drop index debts_left;
create table debts (
    number integer primary key autoincrement,
    subject text not null,
    article text references articles (id),
    channel text not null references channels (channel),
    kind text not null,
    class integer not null default 1,
    bundle integer,
    text text,
    owed_at integer not null,
    attempts integer not null default 0,
    leased_at integer,
    doubtful_at integer,
    sending_at integer,
    paid_at integer,
    message_id text,
    drawn_hash text,
    given_up_at integer,
    left_at integer,
    failed_at integer,
    why text,
    unique (subject, channel)
);
insert into debts (subject, number, article, channel, kind, owed_at, attempts, leased_at, doubtful_at, sending_at, paid_at, message_id, drawn_hash, given_up_at, left_at, failed_at, why) select article, number, article, channel, kind, owed_at, attempts, leased_at, doubtful_at, sending_at, paid_at, message_id, drawn_hash, given_up_at, left_at, failed_at, why from old_debts;
drop table old_debts;
create index debts_open on debts (channel, class, number) where paid_at is null and given_up_at is null and bundle is null;
create index debts_by_article on debts (article) where article is not null;
create index debts_failed on debts (failed_at) where failed_at is not null;
create index debts_left on debts (left_at) where left_at is not null;
