-- Which story an article belongs to: the id of the one that began it. because: the article that it was found alike to; print: what tells it from others, so
-- that the last days are known after a restart without reading a body.
create table story_members (
    number integer primary key autoincrement,
    article text not null unique references articles (id),
    story text not null,
    kind text not null,
    because text,
    score real not null,
    joined_at integer not null,
    print blob not null
);
create index story_members_by_story on story_members (story);
create index story_members_by_time on story_members (joined_at);

-- An article that a channel was not posted because it has the story already, behind that other article. split_at: a moderator took it out of the story.
create table story_hidden (
    behind text not null,
    channel text not null,
    article text not null,
    hidden_at integer not null,
    split_at integer,
    primary key (behind, channel, article)
) without rowid;
create index story_hidden_by_article on story_hidden (article);
