-- The same tables as on SQLite, see there. Text sorts by bytes everywhere, so that both engines agree on an order.
create table articles (
    number bigint primary key,
    id text collate "C" not null unique,
    source text not null,
    place text not null,
    published bigint not null,
    fingerprint text collate "C" not null,
    summary text not null,
    content text not null,
    kept_at bigint not null,
    changed_at bigint
);
create index articles_by_published on articles (published desc, id);
create index articles_by_fingerprint on articles (fingerprint);

-- What ranking looks at, a dozen times narrower than the articles: hundreds of these are read for one search.
create table article_heads (
    number bigint primary key,
    id text collate "C" not null,
    published bigint not null,
    title_words text not null,
    deck_words text not null,
    tag_words text not null
);

-- Apart from the articles, so that neither weighs on the other's pages. We write the lexemes ourselves (WordVector.cs). The title has an index
-- of its own, because the other knows only that a word occurs, not where. What waits to be sorted in is read by every search, so it is little.
create table article_words (
    number bigint primary key,
    title tsvector not null,
    words tsvector not null
);
create index article_words_by_word on article_words using gin (words) with (gin_pending_list_limit = 512);
create index article_words_by_title on article_words using gin (title) with (gin_pending_list_limit = 64);

create table article_topics (
    article text collate "C" not null references articles (id) on delete cascade,
    topic text collate "C" not null,
    published bigint not null,
    primary key (article, topic)
);
create index article_topics_by_topic on article_topics (topic, published desc, article);

create table bookmarks (
    source text collate "C" not null,
    place text collate "C" not null,
    mark text not null,
    primary key (source, place)
);

create table problems (
    source text collate "C" not null,
    place text collate "C" not null,
    what text not null,
    seen_at bigint not null,
    primary key (source, place)
);
create index problems_by_seen on problems (seen_at);

create table topics (
    key text collate "C" primary key,
    title text not null,
    rule text not null,
    configured_at bigint,
    changed_in_chat_at bigint,
    removed_at bigint
);

create table channels (
    channel text collate "C" primary key,
    everything_since bigint,
    settings text not null default '{}',
    paused_at bigint,
    paused_why text,
    due_at bigint,
    lease_owner text,
    lease_until bigint,
    last_sent_at bigint not null default 0,
    failures bigint not null default 0,
    paid bigint not null default 0,
    given_up bigint not null default 0
);
create index channels_by_turn on channels (last_sent_at, channel) where due_at is not null and paused_at is null;
create index channels_by_lease on channels (lease_owner) where lease_owner is not null;

create table follows (
    channel text collate "C" not null references channels (channel) on delete cascade,
    topic text collate "C" not null,
    since bigint not null,
    primary key (channel, topic)
);
create index follows_by_topic on follows (topic);

create table debts (
    number bigint generated always as identity primary key,
    article text collate "C" not null references articles (id),
    channel text collate "C" not null references channels (channel),
    kind text not null,
    owed_at bigint not null,
    attempts bigint not null default 0,
    leased_at bigint,
    doubtful_at bigint,
    paid_at bigint,
    message_id text,
    drawn_hash text,
    given_up_at bigint,
    failed_at bigint,
    why text,
    unique (article, channel)
);
create index debts_open on debts (channel, number) where paid_at is null and given_up_at is null;
create index debts_failed on debts (failed_at) where failed_at is not null;

create table rooms (
    number bigint generated always as identity primary key,
    room text collate "C" not null unique,
    made_at bigint not null
);

create table room_entries (
    number bigint generated always as identity primary key,
    room text collate "C" not null references rooms (room),
    key text collate "C",
    text text not null,
    said_at bigint not null
);
create index room_entries_by_room on room_entries (room, number);
create unique index room_entries_by_key on room_entries (room, key) where key is not null;

create table lines (
    name text collate "C" primary key,
    line text not null,
    kept_at bigint not null
);
