-- The schema's base: who may see what, areas, the simultaneous election, its polling places and contests.

do $$ begin
  create role bilik_app nologin;
exception when duplicate_object or unique_violation then null; -- roles belong to the whole server
end $$;
do $$ begin
  execute format('grant bilik_app to %I', current_user);
exception when others then null; -- an owner who is a superuser needs no membership
end $$;

grant usage on schema bilik to bilik_app;
alter default privileges in schema bilik grant select, insert, update on tables to bilik_app;
alter default privileges in schema bilik grant usage, select on sequences to bilik_app;

-- Rows of an area and of all below it. Without a scope the setting is empty and nothing is seen.
create function may_see(area text) returns boolean language sql stable parallel safe as $$
  select case current_setting('bilik.area', true)
    when '*' then true
    else area = current_setting('bilik.area', true)
      or starts_with(area, nullif(current_setting('bilik.area', true), '') || '.')
  end
$$;

-- The same, and what stands above: a village reads the rules and calendars of its regency.
create function may_read(area text) returns boolean language sql stable parallel safe as $$
  select may_see(area) or starts_with(current_setting('bilik.area', true), area || '.')
$$;

create table area (
  code text primary key check (code ~ '^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[123][0-9]{3})?)?)?$'),
  level smallint generated always as (1 + length(code) - length(replace(code, '.', ''))) stored, -- 1 province … 4 village
  name text not null check (length(name) between 1 and 60),
  parent text references area (code)
);
create index area_parent on area (parent);
-- who is where is public: no row security

-- The simultaneous election: one regency, one event of several waves, or the country.
create table election (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  area text not null references area (code),
  kind text not null check (kind in ('exercise', 'real')),
  -- village-head: ours; other: conducted by others, without an official lane of ours
  conduct text not null check (conduct in ('village-head', 'other')),
  title jsonb not null, -- { id, en }
  zone text not null check (zone in ('WIB', 'WITA', 'WIT')),
  voting_date date not null,
  created_at timestamptz not null
);
alter table election enable row level security;
create policy scope on election using (may_read(area)) with check (may_see(area));

create table place (
  election text not null references election (id),
  id text not null check (id ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[123][0-9]{3}-[0-9]{3}$'),
  area text not null references area (code), -- its village
  number smallint not null check (number between 1 and 999),
  name text check (length(name) <= 60),
  address text not null default '' check (length(address) <= 200),
  mode text not null check (mode in ('electronic', 'paper', 'mixed')),
  registered_l integer not null default 0 check (registered_l between 0 and 5000),
  registered_p integer not null default 0 check (registered_p between 0 and 5000),
  primary key (election, id)
);
create index place_area on place (election, area text_pattern_ops);
alter table place enable row level security;
create policy scope on place using (may_see(area)) with check (may_see(area));

-- What is elected, and between whom: of a village, or of the whole area of an election that others conduct.
create table contest (
  election text not null references election (id),
  area text not null references area (code),
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  position smallint not null check (position between 1 and 4),
  office text not null check (office in ('village-head', 'other')),
  title jsonb not null,
  -- in list order: [{ key, number, name, photo: sha256 | null }], with the empty column and the blank vote where they stand on the ballot
  options jsonb not null,
  primary key (election, area, id)
);
alter table contest enable row level security;
create policy scope on contest using (may_read(area)) with check (may_see(area));
