-- change: numbers what was changed or taken out in a room, so that a page that was away learns of it. gone_at: taken out.
alter table room_entries add column change integer;
alter table room_entries add column gone_at integer;
create index room_entries_by_change on room_entries (room, change) where change is not null;

-- withdrawn_at: the newsroom took it back.
alter table articles add column withdrawn_at integer;
create index articles_withdrawn on articles (withdrawn_at) where withdrawn_at is not null;
create index articles_by_change on articles (source, changed_at) where changed_at is not null;

-- was: the article's content before the change that an edit is owed for. noted_at: when a post was last corrected in a way that it tells. again: it changed once more
-- while its edit was under way. appealed: the post carries the button to support the newsroom; the lane knows which of its paid posts was the last such, on which day, and how many that day had.
alter table debts add column was text;
alter table debts add column noted_at integer;
alter table debts add column appealed integer;
alter table debts add column again integer;
alter table channels add column appeal_post integer;
alter table channels add column appeal_day integer;
alter table channels add column appeals integer not null default 0;
