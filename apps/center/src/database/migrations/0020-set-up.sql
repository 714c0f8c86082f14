-- What a regency decides before anybody votes: its set-up, waves, the calendar of each village, how each polling place votes.

-- Rules, calendars, forms, checklists; no people. The latest row of an area holds.
create table set_up (
  number bigint generated always as identity primary key,
  area text not null references area (code), -- the regency
  content jsonb not null, -- regency-set-up of @bilik/preparation
  issuer text, -- the key of the regency that handed it over; null: this program's own
  account text,
  at timestamptz not null
);
create index set_up_area on set_up (area, number);
alter table set_up enable row level security;
create policy scope on set_up using (may_read(area)) with check (may_see(area));
revoke update on set_up from bilik_app;

-- The rules of one election, as they were when it was made: a later set-up changes no election.
create table election_rules (
  election text primary key references election (id),
  area text not null references area (code),
  body text, -- who conducts it; null: the regency
  rule_pack jsonb, -- null when others conduct it
  rule_pack_fingerprint text check (rule_pack_fingerprint ~ '^[0-9a-f]{64}$'),
  calendar jsonb not null,
  checklist jsonb not null,
  selection_rule jsonb not null,
  check ((body is null) = (rule_pack is not null)),
  check ((rule_pack is null) = (rule_pack_fingerprint is null))
);
alter table election_rules enable row level security;
create policy scope on election_rules using (may_read(area)) with check (may_see(area));
revoke update on election_rules from bilik_app;

create table wave (
  election text not null references election (id),
  area text not null references area (code), -- the regency
  number smallint not null check (number between 1 and 20),
  voting_date date not null,
  opens text not null check (opens ~ '^[0-2][0-9]:[0-5][0-9]$'),
  closes text not null check (closes ~ '^[0-2][0-9]:[0-5][0-9]$' and closes > opens),
  primary key (election, number)
);
alter table wave enable row level security;
create policy scope on wave using (may_read(area)) with check (may_see(area));
revoke update on wave from bilik_app;

-- A village in an election, and the wave into which it was put first; postponements are facts.
create table election_village (
  election text not null,
  area text not null references area (code),
  first_wave smallint not null,
  primary key (election, area),
  foreign key (election, first_wave) references wave (election, number)
);
create index election_village_area on election_village (area text_pattern_ops);
alter table election_village enable row level security;
create policy scope on election_village using (may_see(area)) with check (may_see(area));
-- its row is locked while an act decides about the village, which asks for the right to update

-- What happened to a village's calendar. Rows are only added.
create table calendar_fact (
  number bigint generated always as identity primary key,
  election text not null,
  area text not null references area (code),
  fact jsonb not null, -- calendar fact of @bilik/preparation
  account text,
  at timestamptz not null,
  foreign key (election, area) references election_village (election, area)
);
create index calendar_fact_village on calendar_fact (election, area, number);
alter table calendar_fact enable row level security;
create policy scope on calendar_fact using (may_see(area)) with check (may_see(area));
revoke update on calendar_fact from bilik_app;

-- What the proposal of machine villages goes by.
create table village_condition (
  election text not null,
  area text not null references area (code),
  scores jsonb not null, -- { part of the index: 0 to 100 }
  power text not null check (power in ('grid', 'generator', 'none', 'unknown')),
  has_legal_basis boolean not null,
  primary key (election, area),
  foreign key (election, area) references election_village (election, area)
);
alter table village_condition enable row level security;
create policy scope on village_condition using (may_see(area)) with check (may_see(area));

-- How a village votes, as people decided it. Rows are only added; the last one holds and stands in `place.mode`.
create table mode_decision (
  number bigint generated always as identity primary key,
  election text not null,
  area text not null references area (code),
  decision jsonb not null, -- mode decision of @bilik/preparation
  account text,
  at timestamptz not null,
  foreign key (election, area) references election_village (election, area)
);
create index mode_decision_village on mode_decision (election, area, number);
alter table mode_decision enable row level security;
create policy scope on mode_decision using (may_see(area)) with check (may_see(area));
revoke update on mode_decision from bilik_app;
