-- What was published, in order. A row is written before the portal is asked, so that a process that dies in between is followed by the same snapshot.
create table publication (
  election text not null references election (id),
  number integer not null check (number >= 1),
  area text not null references area (code), -- the regency
  state text not null check (state in ('writing', 'published')),
  snapshot text not null references file (sha256),
  -- of the facts without number and time: the same again is nothing new
  facts text not null check (facts ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  published_at timestamptz,
  -- places whose evidence cannot be published as it is: [{ place, why }]
  left_out jsonb not null,
  primary key (election, number)
);
alter table publication enable row level security;
create policy scope on publication using (may_read(area)) with check (may_see(area));

-- From when on a regency publishes by itself, and when it paused. Rows are only added; the last one holds.
create table publishing (
  number bigint generated always as identity primary key,
  election text not null references election (id),
  area text not null references area (code),
  is_open boolean not null,
  reason text not null check (length(reason) between 1 and 500),
  account text not null,
  at timestamptz not null
);
alter table publishing enable row level security;
create policy scope on publishing using (may_read(area)) with check (may_see(area));
revoke update on publishing from bilik_app;
