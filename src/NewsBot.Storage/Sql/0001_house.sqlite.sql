-- Instants are milliseconds since 1970 UTC. An article's number grows with the instant of publication (ArticleNumber.cs),
-- so that "the newest matches" of a search come off the index in order.
create table articles (
    number integer primary key,
    id text not null unique,
    source text not null,
    place text not null,
    published integer not null,
    fingerprint text not null,
    summary text not null,
    content text not null,
    kept_at integer not null,
    changed_at integer
);
create index articles_by_published on articles (published desc, id);
create index articles_by_fingerprint on articles (fingerprint);

-- What ranking looks at, a dozen times narrower than the articles: hundreds of these are read for one search.
create table article_heads (
    number integer primary key,
    id text not null,
    published integer not null,
    title_words text not null,
    deck_words text not null,
    tag_words text not null
);

-- The words are folded by us, so the tokenizer only has to split at spaces. The texts themselves stay in articles.
create virtual table article_words using fts5 (
    title, deck, tags, body,
    content = '', contentless_delete = 1, tokenize = 'ascii'
);

create table article_topics (
    article text not null references articles (id) on delete cascade,
    topic text not null,
    published integer not null,
    primary key (article, topic)
) without rowid;
create index article_topics_by_topic on article_topics (topic, published desc, article);

create table bookmarks (
    source text not null,
    place text not null,
    mark text not null,
    primary key (source, place)
) without rowid;

create table problems (
    source text not null,
    place text not null,
    what text not null,
    seen_at integer not null,
    primary key (source, place)
) without rowid;
create index problems_by_seen on problems (seen_at);

-- A row is removed only when no settings file can bring it back; otherwise removed_at keeps it away.
create table topics (
    key text primary key,
    title text not null,
    rule text not null,
    configured_at integer,
    changed_in_chat_at integer,
    removed_at integer
) without rowid;

-- The second half of a channel is its lane in the outbox: due_at is null when nothing is owed.
create table channels (
    channel text primary key,
    everything_since integer,
    settings text not null default '{}',
    paused_at integer,
    paused_why text,
    due_at integer,
    lease_owner text,
    lease_until integer,
    last_sent_at integer not null default 0,
    failures integer not null default 0,
    paid integer not null default 0,
    given_up integer not null default 0
) without rowid;
create index channels_by_turn on channels (last_sent_at, channel) where due_at is not null and paused_at is null;
create index channels_by_lease on channels (lease_owner) where lease_owner is not null;

create table follows (
    channel text not null references channels (channel) on delete cascade,
    topic text not null,
    since integer not null,
    primary key (channel, topic)
) without rowid;
create index follows_by_topic on follows (topic);

-- leased_at: an attempt began and has not been settled. doubtful_at: an earlier attempt ended without word.
create table debts (
    number integer primary key autoincrement,
    article text not null references articles (id),
    channel text not null references channels (channel),
    kind text not null,
    owed_at integer not null,
    attempts integer not null default 0,
    leased_at integer,
    doubtful_at integer,
    paid_at integer,
    message_id text,
    drawn_hash text,
    given_up_at integer,
    failed_at integer,
    why text,
    unique (article, channel)
);
create index debts_open on debts (channel, number) where paid_at is null and given_up_at is null;
create index debts_failed on debts (failed_at) where failed_at is not null;

create table rooms (
    number integer primary key autoincrement,
    room text not null unique,
    made_at integer not null
);

create table room_entries (
    number integer primary key autoincrement,
    room text not null references rooms (room),
    key text,
    text text not null,
    said_at integer not null
);
create index room_entries_by_room on room_entries (room, number);
create unique index room_entries_by_key on room_entries (room, key) where key is not null;

create table lines (
    name text primary key,
    line text not null,
    kept_at integer not null
) without rowid;
