-- What a person is called who did what a screen shows: the name where the scope reads their area, of others the role alone.
create function people_of(wanted text[]) returns table (account text, name text, role text)
language sql stable security definer set search_path = bilik, pg_temp as $$
  select account.id, case when may_read(account.area) then account.name end, account.role
  from account where account.id = any (wanted)
$$;
