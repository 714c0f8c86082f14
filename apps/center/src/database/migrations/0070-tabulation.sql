-- A polling place whose machine was switched to paper during the day has two parts, each with evidence of its own.
alter table place add column parts text[] not null default '{whole}'
  check (parts in ('{whole}', '{machine,paper}'));

-- Figures as they changed, one row a version, only added. What anybody sums is the fold of these rows.
create table result_change (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  election text not null,
  place text not null,
  area text not null references area (code), -- its village
  contest text not null,
  contest_area text not null, -- votes by option mean something below it
  lane text not null check (lane in ('official', 'internal', 'evidence')),
  part text not null check (part in ('whole', 'machine', 'paper')),
  -- withdrawn: its figures count no longer, and all of them are zero here
  withdrawn boolean not null default false,
  users integer not null check (users between 0 and 100000),
  women integer check (women between 0 and users), -- of the users; null where the source does not part them
  valid integer not null check (valid between 0 and 100000),
  invalid integer not null check (invalid between 0 and 100000),
  votes jsonb not null, -- { option key: votes }
  -- where the figures come from: a delivery, a sheet's version, an evidence
  source_kind text not null check (source_kind in ('record', 'sheet', 'internal', 'evidence')),
  source text not null check (length(source) <= 120),
  account text,
  -- why an earlier version is replaced; the first has none
  reason text check (length(reason) <= 500),
  replaces bigint references result_change (number),
  -- what it adds to every sum above: of a place that is complete by it all of its parts, of one that is not nothing
  adds_places smallint not null check (adds_places between -1 and 1),
  adds_registered_l integer not null,
  adds_registered_p integer not null,
  adds_users integer not null,
  adds_women integer not null,
  adds_valid integer not null,
  adds_invalid integer not null,
  adds_votes jsonb not null,
  check (replaces is null or reason is not null)
);
create unique index result_change_once on result_change (replaces) where replaces is not null;
create index result_change_place on result_change (election, place, contest, lane, number);
alter table result_change enable row level security;
create policy scope on result_change using (may_see(area)) with check (may_see(area));
revoke update on result_change from bilik_app;

-- The version that counts now, by part. Found by recordChange alone.
create table place_result (
  election text not null,
  place text not null,
  area text not null references area (code),
  contest text not null,
  lane text not null,
  part text not null,
  change bigint not null references result_change (number),
  primary key (election, place, contest, lane, part)
);
create index place_result_area on place_result (election, area text_pattern_ops, contest, lane);
alter table place_result enable row level security;
create policy scope on place_result using (may_see(area)) with check (may_see(area));

-- Changes that are in no sum yet.
create table change_to_fold (number bigint primary key references result_change (number));
grant delete on change_to_fold to bilik_app;

create function tell_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('bilik_change', '');
  return null;
end $$;
create trigger tell_change after insert on change_to_fold for each statement execute function tell_change();

-- How many places there are, by area; made anew when places change.
create table expected_places (
  election text not null references election (id),
  area text not null references area (code),
  places integer not null,
  registered_l bigint not null,
  registered_p bigint not null,
  primary key (election, area)
);
grant delete on expected_places to bilik_app;
alter table expected_places enable row level security;
create policy scope on expected_places using (may_read(area)) with check (true);

-- Sums by area, of the places that are complete. Kept by the fold alone; anybody may redo it.
create table area_sum (
  election text not null,
  area text not null references area (code),
  contest text not null,
  lane text not null,
  places integer not null,
  registered_l bigint not null,
  registered_p bigint not null,
  users bigint not null,
  women bigint not null,
  valid bigint not null,
  invalid bigint not null,
  folded_at timestamptz not null,
  primary key (election, lane, contest, area)
);
alter table area_sum enable row level security;
create policy scope on area_sum using (may_read(area)) with check (current_setting('bilik.area', true) = '*');

create table area_votes (
  election text not null,
  area text not null references area (code),
  contest text not null,
  lane text not null,
  option text not null,
  votes bigint not null,
  primary key (election, lane, contest, area, option)
);
alter table area_votes enable row level security;
create policy scope on area_votes using (may_read(area)) with check (current_setting('bilik.area', true) = '*');

-- A village and everything above it: 16.07.01.2001 gives 16, 16.07, 16.07.01 and itself.
create function and_above(village text) returns setof text language sql immutable parallel safe as $$
  select left(village, length) from (values (2), (5), (8), (13)) as lengths (length) where length <= length(village)
$$;
