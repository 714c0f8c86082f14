-- Why lanes of a polling place differ, as people found it. Rows are only added; the last one of a place and contest holds, for as long as the
-- differences are those that it was given for. It names internal figures, so it is seen where both sides have met, and nowhere published.
create table lane_reason (
  number integer generated always as identity primary key,
  election text not null,
  place text not null,
  area text not null references area (code),
  contest text not null,
  differences text not null check (length(differences) between 1 and 4000),
  reason text not null check (reason in ('desk-slip', 'official-slip', 'evidence-slip', 'wrong-place', 'sheet-corrected', 'real-dispute', 'not-found')),
  note text check (length(note) between 1 and 500),
  account text not null references account (id),
  at timestamptz not null,
  foreign key (election, place) references place (election, id)
);
create index lane_reason_place on lane_reason (election, place, contest, number);
alter table lane_reason enable row level security;
create policy scope on lane_reason using (may_see(area) and lanes_met(election, place, contest))
  with check (may_see(area) and account = current_setting('bilik.account', true));
revoke update on lane_reason from bilik_app;
