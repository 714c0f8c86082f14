-- Why the last try to publish failed; null since one succeeded. What was said stands in the worker's words: here it is one of a few.
create table publication_failed (
  election text primary key references election (id),
  area text not null references area (code), -- the regency
  why text check (why in ('facts', 'portal', 'machine')),
  at timestamptz not null
);
alter table publication_failed enable row level security;
create policy scope on publication_failed using (may_read(area)) with check (may_see(area));
