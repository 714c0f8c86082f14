-- The stream: one row for each act that changed something. Rows are only added.
create table event (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  area text not null references area (code),
  act text not null check (length(act) <= 60),
  -- what it was done to, as the act names it: a polling place, a sheet, an account
  subject text not null check (length(subject) <= 120),
  account text, -- null: a process of ours
  before jsonb,
  after jsonb
);
create index event_area on event (area text_pattern_ops, number);
create index event_subject on event (subject, number);
alter table event enable row level security;
create policy scope on event using (may_see(area)) with check (may_see(area));
revoke update on event from bilik_app;

create function tell_event() returns trigger language plpgsql as $$
begin
  perform pg_notify('bilik_event', new.number::text);
  return null;
end $$;
create trigger tell_event after insert on event for each row execute function tell_event();

-- Files by the hash of their bytes; the bytes lie beside the database.
create table file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes >= 0),
  kept_at timestamptz not null
);

-- A file on its way: pieces come in order and may be repeated.
create table upload (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  area text not null references area (code),
  account text not null,
  name text not null check (length(name) between 1 and 200),
  bytes bigint not null check (bytes between 1 and 1073741824),
  sha256 text references file (sha256), -- when whole
  begun_at timestamptz not null
);
alter table upload enable row level security;
create policy scope on upload using (may_see(area) and account = current_setting('bilik.account', true))
  with check (may_see(area) and account = current_setting('bilik.account', true));
