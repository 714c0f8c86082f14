-- Sittings of trustees: what they are to make, what they gave each other, where they stand. Nothing here is secret.

create table sitting (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  election text not null references election (id),
  area text not null references area (code), -- a regency's, or a village's own
  name text not null unique check (length(name) between 1 and 80),
  plan text not null check (length(plan) <= 262144), -- as devices take it, byte for byte
  created_at timestamptz not null
);
alter table sitting enable row level security;
create policy scope on sitting using (may_read(area)) with check (may_see(area));

create table sitting_member (
  sitting text not null references sitting (id),
  area text not null references area (code),
  id text not null check (length(id) <= 60),
  position smallint not null,
  name text not null,
  interest text not null,
  -- SHA-256 of the code that lets this trustee's messages onto the notice board
  code text unique check (code ~ '^[0-9a-f]{64}$'),
  primary key (sitting, id)
);
alter table sitting_member enable row level security;
create policy scope on sitting_member using (may_read(area)) with check (may_see(area));

create table sitting_place (
  sitting text not null references sitting (id),
  election text not null,
  place text not null,
  area text not null references area (code), -- its village
  -- everybody left before the keys were made: another sitting may make them
  is_left boolean not null default false,
  -- when the keys are made: text of the trustees object, its SHA-256, ids of members in the order of their numbers
  trustees text check (length(trustees) <= 4194304),
  trustees_hash text check (trustees_hash ~ '^[0-9a-f]{64}$'),
  member_order jsonb,
  primary key (sitting, place),
  foreign key (election, place) references place (election, id)
);
create unique index sitting_place_once on sitting_place (election, place) where not is_left;
alter table sitting_place enable row level security;
create policy scope on sitting_place using (may_see(area)) with check (may_see(area));

-- One trustee's messages of a round for all places; the bytes are a kept file. There is never a second version.
create table sitting_bundle (
  sitting text not null references sitting (id),
  area text not null references area (code),
  member text not null,
  round text not null check (round in ('certificate', 'polynomial', 'share')),
  file text not null references file (sha256),
  carried text not null check (carried in ('network', 'stick')),
  -- of certificates: the fingerprint that is read aloud
  spoken text check (spoken ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  primary key (sitting, round, member),
  foreign key (sitting, member) references sitting_member (sitting, id)
);
alter table sitting_bundle enable row level security;
create policy scope on sitting_bundle using (may_read(area)) with check (may_see(area));
revoke update on sitting_bundle from bilik_app;

-- What happened, in order. Rows are only added.
create table sitting_step (
  number bigint generated always as identity primary key,
  sitting text not null references sitting (id),
  area text not null references area (code),
  at timestamptz not null,
  account text, -- null: a trustee's device, or a computation
  step jsonb not null
);
create index sitting_step_of on sitting_step (sitting, number);
alter table sitting_step enable row level security;
create policy scope on sitting_step using (may_read(area)) with check (may_see(area));
revoke update on sitting_step from bilik_app;
