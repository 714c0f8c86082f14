-- Sides that have met stay met: an official result that is withdrawn or moved to a part later was shown beside the Desk's figures, and what the Desk
-- fixes after that would be a copy. Versions of results are never deleted, so they tell it. A result that was withdrawn before the Desk fixed anything
-- counts too: the Desk's first figures stay then.
create function lanes_ever_met(wanted_election text, wanted_place text, wanted_contest text) returns boolean
language sql stable security definer set search_path = bilik, pg_temp as $$
  select exists (
    select from internal_figures
    where election = wanted_election and place = wanted_place and contest = wanted_contest
  ) and (
    select coalesce(bool_or(part = 'whole') or (bool_or(part = 'machine') and bool_or(part = 'paper')), false)
    from result_change
    where election = wanted_election and place = wanted_place and contest = wanted_contest
      and lane = 'official' and not withdrawn
  )
$$;
