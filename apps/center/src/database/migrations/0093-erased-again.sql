-- Persons' data that lie there after an erasure are erased by a further one, which has a proof of its own.
alter table voter_erasure drop constraint voter_erasure_pkey, add primary key (election, at);

-- A village's committee asks this of the regency's event, whose row it does not see.
create function voters_are_erased(of_election text) returns boolean language sql stable security definer set search_path = bilik as $$
  select exists (select from voter_erasure where election = of_election)
$$;
revoke all on function voters_are_erased from public;
grant execute on function voters_are_erased to bilik_app;
