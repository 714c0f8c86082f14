-- Sheets of paper polling places: what was typed, by whom, and where each sheet is.

create table sheet (
  election text not null,
  place text not null,
  area text not null references area (code), -- the place's village
  step text not null check (step in ('awaited', 'first_entry', 'differs', 'faulty', 'quarantined', 'warned', 'definitive', 'withdrawn')),
  version smallint not null check (version between 1 and 1000),
  round smallint not null check (round between 1 and 1000),
  -- ids of the entries of this round: none, one or two
  entries integer[] not null default '{}' check (cardinality(entries) <= 2),
  -- who took which part in this version: { account: part }
  parts jsonb not null default '{}',
  -- agreed by two people, figure by figure; null before
  agreed jsonb,
  explanations jsonb not null default '[]',
  cleared text[] not null default '{}',
  held_by_person boolean not null default false,
  -- the version that counts: { version, values, typists }
  standing jsonb,
  changed_at timestamptz not null,
  primary key (election, place),
  foreign key (election, place) references place (election, id),
  check (step in ('awaited', 'first_entry', 'differs', 'quarantined', 'withdrawn') or agreed is not null),
  check (step <> 'definitive' or (standing is not null and cardinality(entries) = 2))
);
create index sheet_area on sheet (area text_pattern_ops);
create index sheet_step on sheet (election, step);
alter table sheet enable row level security;
create policy scope on sheet using (may_see(area)) with check (may_see(area));

-- What one person typed, or read as the third. Only they themselves see the row; rows are only added.
create table sheet_entry (
  id integer generated always as identity primary key,
  election text not null,
  place text not null,
  area text not null references area (code),
  version smallint not null,
  round smallint not null,
  kind text not null check (kind in ('entry', 'reading')),
  account text not null references account (id),
  -- made by the phone or page: the same entry sent again is not another one
  sent_as text not null unique check (sent_as ~ '^[0-9a-f]{32}$'),
  typed jsonb not null,
  at timestamptz not null,
  foreign key (election, place) references sheet (election, place)
);
create index sheet_entry_account on sheet_entry (account, id);
create index sheet_entry_place on sheet_entry (election, place);
alter table sheet_entry enable row level security;
create policy own on sheet_entry using (may_see(area) and account = current_setting('bilik.account', true))
  with check (may_see(area) and account = current_setting('bilik.account', true));
revoke update on sheet_entry from bilik_app;

-- Both entries of a sheet, for the decision alone: what two typists wrote is compared by the program, and no query of a person's own
-- reaches the other's row.
create function entries_to_judge(wanted_election text, wanted_place text)
returns table (account text, typed jsonb)
language sql stable security definer set search_path = bilik, pg_temp as $$
  select entry.account, entry.typed
  from sheet join sheet_entry entry on entry.id = any (sheet.entries)
  where sheet.election = wanted_election and sheet.place = wanted_place and may_see(sheet.area)
  order by array_position(sheet.entries, entry.id)
$$;

-- Definitive figures of the sub-district around a village, whoever asks: a rule finds the same on every desk.
create function definitive_sheets_around(wanted_election text, wanted_area text)
returns table (place text, area text, "values" jsonb)
language sql stable security definer set search_path = bilik, pg_temp as $$
  select sheet.place, sheet.area, sheet.standing -> 'values'
  from sheet
  where sheet.election = wanted_election and sheet.standing is not null
    and starts_with(sheet.area, left(wanted_area, 8) || '.') and may_see(wanted_area)
$$;

-- Every act on a sheet, in order. Figures are not in it: they are in the entries.
create table sheet_act (
  number bigint generated always as identity primary key,
  election text not null,
  place text not null,
  area text not null references area (code),
  act text not null check (length(act) <= 30),
  account text not null references account (id),
  version smallint not null,
  round smallint not null,
  step text not null, -- where it led to
  note jsonb, -- reason, explanations, evidence
  at timestamptz not null,
  foreign key (election, place) references sheet (election, place)
);
create index sheet_act_place on sheet_act (election, place, number);
alter table sheet_act enable row level security;
create policy scope on sheet_act using (may_see(area)) with check (may_see(area));
revoke update on sheet_act from bilik_app;

-- Photos of a sheet, each of one version. A photo belongs to one polling place: the same bytes for two are refused.
create table sheet_photo (
  election text not null,
  place text not null,
  area text not null references area (code),
  version smallint not null,
  sha256 text not null references file (sha256),
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
  account text not null references account (id),
  at timestamptz not null,
  primary key (election, sha256),
  foreign key (election, place) references sheet (election, place)
);
create index sheet_photo_place on sheet_photo (election, place, version);
alter table sheet_photo enable row level security;
create policy scope on sheet_photo using (may_see(area)) with check (may_see(area));
revoke update on sheet_photo from bilik_app;
