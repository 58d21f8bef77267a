-- Endings, fields and our own ranking: the index is written anew. It holds nothing that articles does not, and is filled in the background
-- from the newest down (IndexBuild.cs); what is not in it yet is not found yet.
drop table article_words;
drop table article_heads;

-- The last two columns hold the words without their endings and what else an article may be asked for, each behind a sign no word has (Mark.cs).
create virtual table article_words using fts5 (
    title, deck, tags, body, title_marks, marks,
    content = '', contentless_delete = 1, tokenize = 'ascii'
);

-- What ranking looks at. Length is in words; the bag says which words occur where and how often (WordBag.cs).
create table article_heads (
    number integer primary key,
    id text not null,
    published integer not null,
    length integer not null,
    bag blob not null
);

-- How many articles lie in each block of numbers: which number the n-th newest has is read off here, without counting.
create table article_blocks (
    level integer not null,
    block integer not null,
    articles integer not null,
    primary key (level, block)
) without rowid;

-- The archive's own words, for 'Did you mean' and for completing. How often is counted up to a bound (WordTable.cs).
create table archive_words (
    word text primary key,
    articles integer not null
) without rowid;
create index archive_words_by_end on archive_words (substr(word, length(word) - 2), word);

-- One row while the index is being filled: everything above that number is in it, and so many articles are not.
create table index_builds (
    number integer primary key,
    remaining integer not null
);
insert into index_builds (number, remaining) select max(number), count(*) from articles having count(*) > 0;
