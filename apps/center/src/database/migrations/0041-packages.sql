-- Packages of polling places and the packs of cards that belong to them. No code of a card, no PIN, no passphrase is in any table.

-- What the office knows of a polling place beside lists, candidates and keys: people with a task, booths, desks, where its station is found.
create table place_outfit (
  election text not null,
  place text not null,
  area text not null references area (code), -- its village
  outfit jsonb not null,
  written_at timestamptz not null,
  primary key (election, place),
  foreign key (election, place) references place (election, id)
);
alter table place_outfit enable row level security;
create policy scope on place_outfit using (may_see(area)) with check (may_see(area));

-- Each package that was issued. The highest version is in force; those before it are void with their cards.
create table place_package (
  election text not null,
  place text not null,
  area text not null references area (code),
  version integer not null check (version between 1 and 99999),
  fingerprint text not null unique check (fingerprint ~ '^[0-9a-f]{64}$'),
  file text not null references file (sha256), -- sealed under a passphrase that is not here
  election_uuid text not null,
  election_fingerprint text not null,
  trustees_hash text not null check (trustees_hash ~ '^[0-9a-f]{64}$'),
  list_fingerprint text not null check (list_fingerprint ~ '^[0-9a-f]{64}$'),
  -- SHA-256 of its public-credentials.json: which pool of cards a record used
  credentials_hash text not null unique check (credentials_hash ~ '^[0-9a-f]{64}$'),
  cards integer not null check (cards between 1 and 6000),
  reason text, -- why it was issued anew
  account text not null,
  issued_at timestamptz not null,
  primary key (election, place, version),
  foreign key (election, place) references place (election, id),
  check ((version = 1) = (reason is null))
);
alter table place_package enable row level security;
create policy scope on place_package using (may_see(area)) with check (may_see(area));
revoke update on place_package from bilik_app;

create table card_pack (
  election text not null,
  place text not null,
  area text not null references area (code),
  version integer not null,
  number smallint not null check (number between 1 and 60),
  cards smallint not null check (cards between 1 and 100),
  seal text check (length(seal) between 1 and 40),
  handed_to text check (length(handed_to) between 1 and 100),
  handed_at timestamptz,
  primary key (election, place, version, number),
  foreign key (election, place, version) references place_package (election, place, version),
  check ((handed_to is null) = (handed_at is null))
);
create unique index card_pack_seal on card_pack (election, seal);
alter table card_pack enable row level security;
create policy scope on card_pack using (may_see(area)) with check (may_see(area));
