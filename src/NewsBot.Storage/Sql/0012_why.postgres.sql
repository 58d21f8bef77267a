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
