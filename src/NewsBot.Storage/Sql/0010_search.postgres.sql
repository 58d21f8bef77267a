-- The same as on SQLite, see there.
drop table article_words;
drop table article_heads;

-- One vector holds all: words with their places and weights (A title, B deck, C tags, D body), and the signs of Mark.cs, among them the
-- blocks of numbers that an article lies in, so that a question for the newest few thousand is answered by the index alone.
create table article_words (
    number bigint primary key,
    words tsvector not null
);
create index article_words_by_word on article_words using gin (words) with (gin_pending_list_limit = 512);

create table article_heads (
    number bigint primary key,
    id text collate "C" not null,
    published bigint not null,
    length bigint not null,
    bag bytea not null
);
-- The bag does not get smaller by compressing.
alter table article_heads alter column bag set storage external;

create table article_blocks (
    level bigint not null,
    block bigint not null,
    articles bigint not null,
    primary key (level, block)
);

create table archive_words (
    word text collate "C" primary key,
    articles bigint not null
);
create index archive_words_by_end on archive_words (substr(word, length(word) - 2) collate "C", word);

create table index_builds (
    number bigint primary key,
    remaining bigint not null
);
insert into index_builds (number, remaining) select max(number), count(*) from articles having count(*) > 0;
