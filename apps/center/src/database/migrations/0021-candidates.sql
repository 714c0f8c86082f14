-- Candidates of village-head elections, from registration to the signed ballot proof.

create table candidate (
  election text not null,
  area text not null references area (code), -- the village
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 40),
  name text not null check (length(name) between 1 and 200),
  born_on date not null,
  state text not null check (state in ('registered', 'determined', 'not-determined', 'withdrawn')),
  number smallint check (number between 1 and 9), -- by the draw
  photo text references file (sha256), -- cropped
  registered_on date not null,
  primary key (election, area, id),
  unique (election, area, number),
  foreign key (election, area) references election_village (election, area)
);
alter table candidate enable row level security;
create policy scope on candidate using (may_see(area)) with check (may_see(area));

-- What the committee found about each paper and condition. Rows are only added; the last about a requirement holds.
create table candidate_finding (
  number bigint generated always as identity primary key,
  election text not null,
  area text not null references area (code),
  candidate text not null,
  finding jsonb not null, -- finding of @bilik/preparation
  account text,
  at timestamptz not null,
  foreign key (election, area, candidate) references candidate (election, area, id)
);
create index candidate_finding_candidate on candidate_finding (election, area, candidate, number);
alter table candidate_finding enable row level security;
create policy scope on candidate_finding using (may_see(area)) with check (may_see(area));
revoke update on candidate_finding from bilik_app;

-- Scores of the extra selection. Rows are only added; the last of a criterion holds.
create table candidate_score (
  number bigint generated always as identity primary key,
  election text not null,
  area text not null references area (code),
  candidate text not null,
  criterion text not null,
  score smallint not null check (score between 0 and 100),
  account text,
  at timestamptz not null,
  foreign key (election, area, candidate) references candidate (election, area, id)
);
alter table candidate_score enable row level security;
create policy scope on candidate_score using (may_see(area)) with check (may_see(area));
revoke update on candidate_score from bilik_app;

-- Each beginning of a draw stays, so that one that was broken off is seen. `record` is filled once, when numbers were drawn.
create table number_draw (
  number bigint generated always as identity primary key,
  election text not null,
  area text not null references area (code),
  wave smallint not null, -- a postponed village draws anew
  arrivals jsonb not null, -- with commitments
  begun_at timestamptz not null,
  account text,
  reason text, -- why it was begun again
  record jsonb,
  foreign key (election, area) references election_village (election, area)
);
create index number_draw_village on number_draw (election, area, number);
create unique index number_draw_once on number_draw (election, area, wave) where record is not null;
alter table number_draw enable row level security;
create policy scope on number_draw using (may_see(area)) with check (may_see(area));

-- A candidate's word for one look of the ballot.
create table ballot_sign_off (
  election text not null,
  area text not null references area (code),
  candidate text not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  signed_by text not null check (length(signed_by) between 1 and 200),
  account text,
  at timestamptz not null,
  primary key (election, area, candidate, fingerprint),
  foreign key (election, area, candidate) references candidate (election, area, id)
);
alter table ballot_sign_off enable row level security;
create policy scope on ballot_sign_off using (may_see(area)) with check (may_see(area));
revoke update on ballot_sign_off from bilik_app;
