-- An officer is a person who signs in. There is no default officer and no default password.
create table officers (
  id             bigint generated always as identity primary key,
  region_id      text not null references regions,
  login          text not null,                       -- lower case
  name           text not null,
  role           text not null check (role in ('analyst', 'humas', 'agency', 'leader', 'observer', 'admin')),
  agency_code    text,                                -- whose cases an agency officer sees
  password_hash  text not null,                       -- argon2id in PHC form
  language       text not null default 'id' check (language in ('id', 'en')),
  created_at     timestamptz not null default now(),
  disabled_at    timestamptz,
  unique (region_id, login),
  foreign key (region_id, agency_code) references agencies (region_id, code),
  check ((role = 'agency') = (agency_code is not null))
);

-- Only the SHA-256 of a token is kept: a stolen dump opens no session.
create table sessions (
  token_hash     bytea primary key,
  officer_id     bigint not null references officers on delete cascade,
  created_at     timestamptz not null default now(),
  seen_at        timestamptz not null default now(),
  expires_at     timestamptz not null
);
create index sessions_by_officer on sessions (officer_id);   -- sign out everywhere

-- A one-time link with which a person sets the own password.
create table invitations (
  token_hash     bytea primary key,
  region_id      text not null references regions,
  role           text not null check (role in ('analyst', 'humas', 'agency', 'leader', 'observer', 'admin')),
  agency_code    text,
  officer_id     bigint references officers,          -- set when it resets an existing officer's password
  created_by     bigint references officers,          -- null: made on the machine itself
  created_at     timestamptz not null default now(),
  expires_at     timestamptz not null,
  used_at        timestamptz
);

-- Failed or counted tries in a time window, for sign-in and for the filing form.
create table throttles (
  key            text not null,                       -- what is counted: login:<keyed hash>
  window_start   timestamptz not null,
  tries          integer not null default 1,
  primary key (key, window_start)
);
