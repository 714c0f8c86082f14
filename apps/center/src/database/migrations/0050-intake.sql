-- What is expected of each electronic polling place: the election of its package that is in force. A re-issue retires the one before.
create table expected_record (
  election_hash text primary key check (length(election_hash) between 40 and 64),
  election text not null,
  place text not null,
  area text not null references area (code),
  election_uuid text not null unique,
  signing_key text not null check (length(signing_key) = 44),
  list_fingerprint text not null check (list_fingerprint ~ '^[0-9a-f]{64}$'),
  package_version integer not null check (package_version >= 1),
  issued_at timestamptz not null,
  retired_at timestamptz,
  foreign key (election, place) references place (election, id)
);
create unique index expected_record_in_force on expected_record (election, place) where retired_at is null;
alter table expected_record enable row level security;
create policy scope on expected_record using (may_see(area)) with check (may_see(area));

-- Sealed results as they came, each kept for ever. Two of one place: both stand here, and people look.
create table delivery (
  id text primary key check (id ~ '^[0-9a-f]{64}$'), -- SHA-256 of the manifest
  election text not null,
  place text not null,
  area text not null references area (code),
  manifest text not null check (length(manifest) <= 16384),
  state text not null check (state in ('coming', 'checking', 'right', 'held')),
  -- why it is held: names of rules and faults, or of sums that do not hold
  reasons jsonb not null default '[]',
  -- files of the store, in the order of the manifest; null until whole
  files jsonb,
  receipt text,
  begun_at timestamptz not null,
  whole_at timestamptz,
  decided_at timestamptz,
  foreign key (election, place) references place (election, id)
);
create index delivery_place on delivery (election, place);
create index delivery_area on delivery (area text_pattern_ops);
alter table delivery enable row level security;
create policy scope on delivery using (may_see(area)) with check (may_see(area));
-- only one delivery of a place counts
create unique index delivery_counts on delivery (election, place) where state = 'right';

-- Signed codes that field phones scanned: board figures of the day, results. The same code is kept once.
create table scanned_code (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  election text not null,
  place text not null,
  area text not null references area (code),
  kind text not null check (kind in ('figures', 'result', 'paper')),
  content jsonb not null,
  code text not null check (length(code) <= 4096),
  account text,
  scanned_at timestamptz not null,
  foreign key (election, place) references place (election, id)
);
create index scanned_code_place on scanned_code (election, place, scanned_at);
alter table scanned_code enable row level security;
create policy scope on scanned_code using (may_see(area)) with check (may_see(area));
