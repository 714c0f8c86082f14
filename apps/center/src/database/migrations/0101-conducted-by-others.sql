-- An election that others conduct has no official lane of ours and no public one: whatever the program does, nothing of it counts as official.
create function is_conducted_by_others(of_election text) returns boolean
language sql stable security definer set search_path = bilik, pg_temp as $$
  select exists (select from election where id = of_election and conduct = 'other')
$$;

create function only_own_count() returns trigger language plpgsql as $$
begin
  if new.lane <> 'internal' and is_conducted_by_others(new.election) then
    raise exception 'election % is conducted by others: it has no lane %', new.election, new.lane using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger only_own_count before insert on result_change for each row execute function only_own_count();

-- What a regency counts for itself is for those who count, and never for whoever only watches.
create function may_read_own_count() returns boolean
language sql stable security definer set search_path = bilik, pg_temp as $$
  select not exists (
    select from account where id = current_setting('bilik.account', true)
      and role not in ('regency', 'sub-district', 'committee', 'desk', 'auditor'))
$$;
create policy own_count on result_change as restrictive for select using (lane <> 'internal' or (select may_read_own_count()));
create policy own_count on area_sum as restrictive for select using (lane <> 'internal' or (select may_read_own_count()));
create policy own_count on area_votes as restrictive for select using (lane <> 'internal' or (select may_read_own_count()));
