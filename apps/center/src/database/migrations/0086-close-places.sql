-- Takes away the polling places of a village that a division leaves without voters; whoever serves people deletes no others. What the office noted
-- for the place goes with it: people with a task, a sheet that was opened and holds nothing.
-- Returns the numbers of those that stay, because a package, keys, papers or figures hang on them.
create function close_places(of_election text, of_village text, kept smallint[]) returns smallint[]
language plpgsql security definer set search_path = bilik, pg_temp as $$
declare
  one record;
  held smallint[] := '{}';
begin
  if not may_see(of_village) then
    raise exception 'not of this area' using errcode = 'insufficient_privilege';
  end if;
  for one in
    select id, number from place
    where election = of_election and area = of_village and number <> all (kept)
      and not exists (select from voter where election = of_election and area = of_village and place_number = place.number)
    order by number for update
  loop
    begin
      if exists (select from result_change where election = of_election and place = one.id) then
        raise foreign_key_violation;
      end if;
      delete from place_outfit where election = of_election and place = one.id;
      delete from sheet where election = of_election and place = one.id and step = 'awaited';
      delete from place where election = of_election and id = one.id;
    exception when foreign_key_violation then
      held := held || one.number;
    end;
  end loop;
  return held;
end $$;
