create table account (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9.-]{1,59}$'), -- what the person types to sign in
  area text not null references area (code),
  role text not null check (role in ('regency', 'sub-district', 'committee', 'registrar', 'desk', 'technician', 'auditor', 'observer')),
  name text not null check (length(name) between 1 and 100),
  -- scrypt with its costs and salt; null until the person sets one
  password text,
  -- the one-time code's secret, sealed by a key outside the database; null until set up
  totp text,
  -- the last time step whose code was taken: no code is taken twice
  totp_step bigint not null default 0,
  -- who invited proves it by this: SHA-256 of a code that was handed over on paper
  invitation text,
  invitation_ends timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null
);
alter table account enable row level security;
create policy scope on account using (may_see(area)) with check (may_see(area));

create table account_session (
  token text primary key check (token ~ '^[0-9a-f]{64}$'), -- SHA-256 of what the browser holds
  account text not null references account (id),
  begun_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index account_session_account on account_session (account);

-- Wrong passwords and codes in a row, for the growing pause; by account and by address.
create table sign_in_pause (
  subject text primary key check (length(subject) <= 120),
  wrong integer not null,
  last_at timestamptz not null
);
