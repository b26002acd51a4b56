-- The owner of the tables applies migrations and nothing else. Work is done in one of two roles, neither of which can
-- change a table: `sellerdesk_seller` sees the rows of one seller, `sellerdesk_system` sees all.
-- Roles belong to the whole server, so another database of it may have made them already.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['sellerdesk_seller', 'sellerdesk_system'] loop
    begin
      execute format('create role %I nologin', role_name);
    exception when duplicate_object or unique_violation then
      null;
    end;
    execute format('grant %I to current_user', role_name);
    execute format('grant usage on schema public to %I', role_name);
  end loop;
end
$$;

-- The seller on whose behalf the transaction runs; null outside of one, which matches no row.
create function current_seller_id() returns uuid
  language sql stable
  return nullif(current_setting('app.seller_id', true), '')::uuid;

-- A database belongs to test keys or to live keys for ever: one row at most.
create table installation (
  only_one boolean primary key default true check (only_one),
  mode text not null check (mode in ('test', 'live')),
  installed_at timestamptz not null default now()
);
grant select, insert on installation to sellerdesk_system;

create table sellers (
  seller_id uuid primary key default gen_random_uuid(),
  -- As typed; unique without regard to case.
  email text not null check (length(email) <= 254),
  -- PHC string of argon2id.
  password_hash text not null,
  business_name text not null check (length(business_name) between 1 and 100),
  country text not null check (country ~ '^[A-Z]{2}$'),
  created_at timestamptz not null
);
create unique index sellers_email on sellers (lower(email));
alter table sellers enable row level security;
create policy own_seller on sellers to sellerdesk_seller using (seller_id = current_seller_id());
create policy every_seller on sellers to sellerdesk_system using (true) with check (true);
grant select (seller_id, email, business_name, country, created_at) on sellers to sellerdesk_seller;
grant select, insert, update on sellers to sellerdesk_system;

create table sessions (
  session_id uuid primary key default gen_random_uuid(),
  -- SHA-256 of the token in the cookie; the token itself is nowhere.
  token_hash bytea not null unique check (length(token_hash) = 32),
  seller_id uuid not null references sellers,
  created_at timestamptz not null,
  -- Moved forward while the session is used, never beyond expires_at.
  idle_expires_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_seller on sessions (seller_id);
create index sessions_expiry on sessions (expires_at);
alter table sessions enable row level security;
create policy own_sessions on sessions to sellerdesk_seller using (seller_id = current_seller_id());
create policy every_session on sessions to sellerdesk_system using (true) with check (true);
grant select (session_id, seller_id, created_at, idle_expires_at, expires_at), delete on sessions to sellerdesk_seller;
grant select, insert, update, delete on sessions to sellerdesk_system;

-- Devices on which a seller has signed in before: guesses from elsewhere cannot lock them out.
create table known_devices (
  device_hash bytea primary key check (length(device_hash) = 32),
  seller_id uuid not null references sellers,
  seen_at timestamptz not null
);
create index known_devices_seller on known_devices (seller_id);
alter table known_devices enable row level security;
create policy own_devices on known_devices to sellerdesk_seller using (seller_id = current_seller_id());
create policy every_device on known_devices to sellerdesk_system using (true) with check (true);
grant select, insert, update, delete on known_devices to sellerdesk_system;

-- What was tried lately, by whom: `account:<hash>`, `address:<ip>`, `device:<hash>`, `everybody`. At most the limit's number
-- of moments each.
create table recent_attempts (
  bucket text primary key,
  attempted_at timestamptz[] not null,
  updated_at timestamptz not null
);
create index recent_attempts_age on recent_attempts (updated_at);
grant select, insert, update, delete on recent_attempts to sellerdesk_system;
