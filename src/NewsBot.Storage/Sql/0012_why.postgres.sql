-- The same as on SQLite, see there.
alter table articles add column unposted text;

create table copies (
    id text collate "C" primary key,
    article text collate "C" not null references articles (id) on delete cascade,
    source text not null,
    place text not null,
    seen_at bigint not null
);
create index copies_by_article on copies (article, seen_at);

create index channels_by_due on channels (platform, due_at) where due_at is not null and paused_at is null;

create index debts_leased on debts (channel) where leased_at is not null;
