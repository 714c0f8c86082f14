-- Three lanes of results that do not see each other before both sides are in.

-- Whether whoever asks works for the Desk.
create function speaks_for_desk() returns boolean
language sql stable security definer set search_path = bilik, pg_temp as $$
  select exists (select from account where id = current_setting('bilik.account', true) and role = 'desk')
$$;

-- The Desk's own figures, each version a row; what was fixed by its hash is never changed.
create table internal_figures (
  id integer generated always as identity primary key,
  election text not null,
  place text not null,
  area text not null references area (code),
  contest text not null,
  figures jsonb not null, -- { registered, users, options, valid, invalid, total }
  nonce text not null check (nonce ~ '^[0-9a-f]{64}$'),
  commitment text not null unique check (commitment ~ '^[0-9a-f]{64}$'),
  -- made by the page: the same figures sent again are not another version
  sent_as text not null unique check (sent_as ~ '^[0-9a-f]{32}$'),
  account text not null references account (id),
  at timestamptz not null,
  foreign key (election, place) references place (election, id)
);
create index internal_figures_place on internal_figures (election, place, contest, id);

-- Both sides are in: the place's official figures stand in all of its parts, and the Desk's are fixed.
create function lanes_met(wanted_election text, wanted_place text, wanted_contest text) returns boolean
language sql stable security definer set search_path = bilik, pg_temp as $$
  select exists (
    select from internal_figures
    where election = wanted_election and place = wanted_place and contest = wanted_contest
  ) and (
    select count(*) from place_result join result_change as change on change.number = place_result.change
    where place_result.election = wanted_election and place_result.place = wanted_place
      and place_result.contest = wanted_contest and place_result.lane = 'official' and not change.withdrawn
  ) = (select cardinality(parts) from place where election = wanted_election and id = wanted_place)
$$;

alter table internal_figures enable row level security;
create policy scope on internal_figures
  using (may_see(area) and ((select speaks_for_desk()) or lanes_met(election, place, contest)))
  with check (may_see(area) and (select speaks_for_desk()) and account = current_setting('bilik.account', true));
revoke update on internal_figures from bilik_app;

-- Which places the Desk has fixed, by hash alone: everybody of the area may know that.
create function internal_commitments(wanted_election text)
returns table (place text, contest text, commitment text, at timestamptz)
language sql stable security definer set search_path = bilik, pg_temp as $$
  select place, contest, commitment, at from internal_figures
  where election = wanted_election and may_see(area) order by id
$$;

-- The Desk sees official figures of a place once its own are fixed, and no official sum at all.
create policy desk_is_blind on result_change as restrictive for select
  using (not (select speaks_for_desk()) or lane <> 'official' or lanes_met(election, place, contest));
create policy desk_is_blind on area_sum as restrictive for select
  using (not (select speaks_for_desk()) or lane <> 'official');
create policy desk_is_blind on area_votes as restrictive for select
  using (not (select speaks_for_desk()) or lane <> 'official');
create policy desk_is_blind on sheet as restrictive for select using (not (select speaks_for_desk()));

-- What witnesses and citizens send: a photo of a sheet, or its code. Nothing of it is shown before somebody has looked.
create table evidence (
  id integer generated always as identity primary key,
  election text not null,
  place text not null,
  area text not null references area (code),
  kind text not null check (kind in ('photo', 'code')),
  sha256 text references file (sha256),
  code text check (length(code) <= 1000),
  -- of a code: whether the signature is that of the place's station
  is_signed boolean not null default false,
  -- keyed hash of where it came from and the day, for the limits alone
  sender text not null check (sender ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  foreign key (election, place) references place (election, id),
  check ((kind = 'photo') = (sha256 is not null) and (kind = 'code') = (code is not null))
);
create unique index evidence_photo_once on evidence (election, place, sha256) where sha256 is not null;
create unique index evidence_code_once on evidence (election, place, md5(code)) where code is not null;
create index evidence_sender on evidence (sender, at);
create index evidence_place on evidence (election, place);
alter table evidence enable row level security;
create policy scope on evidence using (may_see(area)) with check (may_see(area));
revoke update on evidence from bilik_app;

-- What somebody who looked says; the latest verdict of an evidence holds.
create table evidence_verdict (
  number integer generated always as identity primary key,
  evidence integer not null references evidence (id),
  area text not null references area (code),
  verdict text not null check (verdict in ('accepted', 'refused')),
  reason text not null check (length(reason) between 1 and 500),
  -- of an accepted one, by contest: what it shows
  figures jsonb,
  account text not null references account (id),
  at timestamptz not null
);
create index evidence_verdict_evidence on evidence_verdict (evidence, number);
alter table evidence_verdict enable row level security;
create policy scope on evidence_verdict using (may_see(area)) with check (may_see(area));
revoke update on evidence_verdict from bilik_app;
