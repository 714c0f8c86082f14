-- A village that left an event (calendar fact `left`) is expected no more: its polling places go out of "n of N" in the same transaction,
-- and what changes about them afterwards does not bring them back.
create function has_left(of_election text, of_area text) returns boolean
language sql stable security definer set search_path = bilik, pg_temp as $$
  select exists (
    select 1 from calendar_fact where election = of_election and area = of_area and fact ->> 'type' = 'left')
$$;

create function village_left() returns trigger language plpgsql security definer set search_path = bilik, pg_temp as $$
begin
  insert into expected_places as known (election, area, places, registered_l, registered_p)
  select election, above, -count(*), -sum(registered_l), -sum(registered_p)
  from place, and_above(place.area) as above
  where election = new.election and place.area = new.area
  group by election, above
  order by election, above
  on conflict (election, area) do update set places = known.places + excluded.places,
    registered_l = known.registered_l + excluded.registered_l, registered_p = known.registered_p + excluded.registered_p;
  return null;
end $$;

create or replace function places_added() returns trigger language plpgsql security definer set search_path = bilik, pg_temp as $$
begin
  insert into expected_places as known (election, area, places, registered_l, registered_p)
  select election, above, count(*), sum(registered_l), sum(registered_p)
  from now_there, and_above(area) as above
  where not has_left(election, area)
  group by election, above
  order by election, above
  on conflict (election, area) do update set places = known.places + excluded.places,
    registered_l = known.registered_l + excluded.registered_l, registered_p = known.registered_p + excluded.registered_p;
  return null;
end $$;

create or replace function places_removed() returns trigger language plpgsql security definer set search_path = bilik, pg_temp as $$
begin
  insert into expected_places as known (election, area, places, registered_l, registered_p)
  select election, above, -count(*), -sum(registered_l), -sum(registered_p)
  from there_before, and_above(area) as above
  where not has_left(election, area)
  group by election, above
  order by election, above
  on conflict (election, area) do update set places = known.places + excluded.places,
    registered_l = known.registered_l + excluded.registered_l, registered_p = known.registered_p + excluded.registered_p;
  return null;
end $$;

create or replace function places_changed() returns trigger language plpgsql security definer set search_path = bilik, pg_temp as $$
begin
  insert into expected_places as known (election, area, places, registered_l, registered_p)
  select election, above, sum(count), sum(men), sum(women)
  from (
    select election, area, 1 as count, registered_l as men, registered_p as women from now_there
    union all select election, area, -1, -registered_l, -registered_p from there_before
  ) as changed, and_above(changed.area) as above
  where not has_left(election, changed.area)
  group by election, above
  having sum(count) <> 0 or sum(men) <> 0 or sum(women) <> 0
  order by election, above
  on conflict (election, area) do update set places = known.places + excluded.places,
    registered_l = known.registered_l + excluded.registered_l, registered_p = known.registered_p + excluded.registered_p;
  return null;
end $$;

create trigger village_left after insert on calendar_fact
  for each row when (new.fact ->> 'type' = 'left') execute function village_left();
revoke all on function has_left, village_left from public;
