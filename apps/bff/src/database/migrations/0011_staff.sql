-- The platform's own people. A table of their own, so that no seller is ever taken for one of them or the other way round.
create table staff (
  staff_id uuid primary key default gen_random_uuid(),
  email text not null check (length(email) <= 254),
  name text not null check (length(name) between 1 and 100),
  -- `admin` may besides end what colleagues do.
  role text not null check (role in ('support', 'admin')),
  -- PHC string of argon2id; null until they have used their set-up link.
  password_hash text,
  -- The shared secret of their second factor. It cannot be hashed: codes are made from it.
  totp_secret bytea,
  -- The 30-second step whose code was used last: each code opens once.
  totp_used_step bigint not null default 0,
  created_at timestamptz not null,
  disabled_at timestamptz,
  check ((password_hash is null) = (totp_secret is null))
);
create unique index staff_email on staff (lower(email));

-- A link that lets somebody set their password and second factor, once. A new one replaces the one before.
create table staff_set_ups (
  staff_id uuid primary key references staff on delete cascade,
  -- SHA-256 of the token in the link.
  token_hash bytea not null unique check (length(token_hash) = 32),
  totp_secret bytea not null,
  expires_at timestamptz not null
);

-- For when the device with the second factor is lost; each is used once.
create table staff_recovery_codes (
  code_hash bytea primary key check (length(code_hash) = 32),
  staff_id uuid not null references staff on delete cascade
);
create index staff_recovery_codes_staff on staff_recovery_codes (staff_id);

create table staff_sessions (
  session_id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique check (length(token_hash) = 32),
  staff_id uuid not null references staff on delete cascade,
  created_at timestamptz not null,
  idle_expires_at timestamptz not null,
  expires_at timestamptz not null,
  -- Null while only the password has been given: such a session opens nothing but the question for a code.
  second_factor_at timestamptz
);
create index staff_sessions_staff on staff_sessions (staff_id);
create index staff_sessions_expiry on staff_sessions (expires_at);

-- To sellers none of this exists.
alter table staff enable row level security;
alter table staff_set_ups enable row level security;
alter table staff_recovery_codes enable row level security;
alter table staff_sessions enable row level security;
create policy everybody on staff to sellerdesk_system using (true) with check (true);
create policy every_set_up on staff_set_ups to sellerdesk_system using (true) with check (true);
create policy every_code on staff_recovery_codes to sellerdesk_system using (true) with check (true);
create policy every_session on staff_sessions to sellerdesk_system using (true) with check (true);
grant select, insert, update on staff to sellerdesk_system;
grant select, insert, update, delete on staff_set_ups, staff_recovery_codes, staff_sessions to sellerdesk_system;
