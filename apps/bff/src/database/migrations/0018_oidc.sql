-- Browsers that left for an identity provider and are not back yet; each row is used once.
create table oidc_round_trips (
  -- SHA-256 of what the provider gives back; the text itself is nowhere.
  state_hash bytea primary key check (length(state_hash) = 32),
  -- SHA-256 of the token in the cookie of the browser that left.
  browser_hash bytea not null check (length(browser_hash) = 32),
  side text not null check (side in ('staff', 'sellers')),
  -- Worth nothing without the code that the provider gives to that browser.
  nonce text not null,
  code_verifier text not null,
  return_path text not null,
  -- SHA-256 of the session's token the browser had: that session is over once another begins.
  session_before bytea check (length(session_before) = 32),
  expires_at timestamptz not null
);
create index oidc_round_trips_expiry on oidc_round_trips (expires_at);

-- Who of the staff a subject at an issuer is. Bound once; another subject with the same address is somebody else.
create table staff_identities (
  staff_id uuid primary key references staff on delete cascade,
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  bound_at timestamptz not null,
  unique (issuer, subject)
);

-- To sellers none of this exists.
alter table oidc_round_trips enable row level security;
alter table staff_identities enable row level security;
create policy every_round_trip on oidc_round_trips to sellerdesk_system using (true) with check (true);
create policy every_identity on staff_identities to sellerdesk_system using (true) with check (true);
grant select, insert, delete on oidc_round_trips to sellerdesk_system;
grant select, insert, delete on staff_identities to sellerdesk_system;
