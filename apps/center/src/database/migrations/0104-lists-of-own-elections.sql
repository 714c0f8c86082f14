-- Voters of an election that others conduct are theirs: no list of it is kept here, whatever the program does.
create function only_own_lists() returns trigger language plpgsql as $$
begin
  if is_conducted_by_others(new.election) then
    raise exception 'election % is conducted by others: no voter list of it is kept', new.election using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger only_own_lists before insert on voter_list for each row execute function only_own_lists();
create trigger only_own_lists before insert on voter_import for each row execute function only_own_lists();
