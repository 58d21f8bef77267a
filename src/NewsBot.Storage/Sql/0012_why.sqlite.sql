-- unposted: why an article was owed to nobody when it was found; null for news and for what was found earlier than this step.
alter table articles add column unposted text;

-- What came again word for word under another name: it is kept once, and this says where else it was.
create table copies (
    id text primary key,
    article text not null references articles (id) on delete cascade,
    source text not null,
    place text not null,
    seen_at integer not null
) without rowid;
create index copies_by_article on copies (article, seen_at);

-- When the next lane is due, without looking at all of them.
create index channels_by_due on channels (platform, due_at) where due_at is not null and paused_at is null;

-- What is under way, to tell which attempts nobody ended.
create index debts_leased on debts (channel) where leased_at is not null;
