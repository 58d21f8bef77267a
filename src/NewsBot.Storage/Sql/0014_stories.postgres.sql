-- The same as on SQLite, see there.
create table story_members (
    number bigint generated always as identity primary key,
    article text collate "C" not null unique references articles (id),
    story text collate "C" not null,
    kind text collate "C" not null,
    because text collate "C",
    score double precision not null,
    joined_at bigint not null,
    print bytea not null
);
create index story_members_by_story on story_members (story);
create index story_members_by_time on story_members (joined_at);

create table story_hidden (
    behind text collate "C" not null,
    channel text collate "C" not null,
    article text collate "C" not null,
    hidden_at bigint not null,
    split_at bigint,
    primary key (behind, channel, article)
);
create index story_hidden_by_article on story_hidden (article);
