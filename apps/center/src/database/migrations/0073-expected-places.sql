-- How many polling places and registered voters an area has follows its places in the same transaction, whoever changes them: a committee that
-- locks its village's list sees its village alone, and coverage ("n of N") of the regency must be right all the same. Places change
-- in preparation, not while results come in. Areas are taken in the order of their codes, so that two villages never wait for each other.
create function places_added() returns trigger language plpgsql security definer set search_path = bilik, pg_temp as $$
begin
  insert into expected_places as known (election, area, places, registered_l, registered_p)
  select election, above, count(*), sum(registered_l), sum(registered_p)
  from now_there, and_above(area) as above
  group by election, above
  order by election, above
  on conflict (election, area) do update set places = known.places + excluded.places,
    registered_l = known.registered_l + excluded.registered_l, registered_p = known.registered_p + excluded.registered_p;
  return null;
end $$;

create function places_removed() returns trigger language plpgsql security definer set search_path = bilik, pg_temp as $$
begin
  insert into expected_places as known (election, area, places, registered_l, registered_p)
  select election, above, -count(*), -sum(registered_l), -sum(registered_p)
  from there_before, and_above(area) as above
  group by election, above
  order by election, above
  on conflict (election, area) do update set places = known.places + excluded.places,
    registered_l = known.registered_l + excluded.registered_l, registered_p = known.registered_p + excluded.registered_p;
  return null;
end $$;

create function places_changed() returns trigger language plpgsql security definer set search_path = bilik, pg_temp as $$
begin
  insert into expected_places as known (election, area, places, registered_l, registered_p)
  select election, above, sum(count), sum(men), sum(women)
  from (
    select election, area, 1 as count, registered_l as men, registered_p as women from now_there
    union all select election, area, -1, -registered_l, -registered_p from there_before
  ) as changed, and_above(changed.area) as above
  group by election, above
  having sum(count) <> 0 or sum(men) <> 0 or sum(women) <> 0
  order by election, above
  on conflict (election, area) do update set places = known.places + excluded.places,
    registered_l = known.registered_l + excluded.registered_l, registered_p = known.registered_p + excluded.registered_p;
  return null;
end $$;

create trigger places_added after insert on place referencing new table as now_there
  for each statement execute function places_added();
create trigger places_removed after delete on place referencing old table as there_before
  for each statement execute function places_removed();
create trigger places_changed after update on place referencing new table as now_there old table as there_before
  for each statement execute function places_changed();
revoke all on function places_added, places_removed, places_changed from public;

-- what was there before
delete from expected_places;
insert into expected_places (election, area, places, registered_l, registered_p)
select election, above, count(*), sum(registered_l), sum(registered_p)
from place, and_above(place.area) as above
group by election, above;

-- no one else writes here
revoke insert, update, delete on expected_places from bilik_app;
