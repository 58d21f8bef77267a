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

-- A foreign key is looked up row by row here and holds each channel's row, which made owing to thousands of channels several times slower. Debts are only
-- ever written for an article and channels of the same transaction, and neither is deleted.
do $$
declare named record;
begin
    for named in select conname from pg_constraint where conrelid = 'debts'::regclass and contype = 'f' loop
        execute format('alter table debts drop constraint %I', named.conname);
    end loop;
end $$;
