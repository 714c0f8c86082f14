-- What people decided of a village's result. Rows are only added; what they mean together is computed.
create table outcome_fact (
  number bigint generated always as identity primary key,
  election text not null references election (id),
  area text not null references area (code), -- the village
  contest text not null,
  fact jsonb not null,
  account text not null,
  at timestamptz not null
);
create index outcome_fact_village on outcome_fact (election, area, contest, number);
alter table outcome_fact enable row level security;
create policy scope on outcome_fact using (may_see(area)) with check (may_see(area));
revoke update on outcome_fact from bilik_app;
