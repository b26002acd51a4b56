-- Whoever comes from the platform's identity provider has no password here.
alter table sellers alter column password_hash drop not null;

-- Which seller a subject at an issuer is: known from the first time on, whatever becomes of their address.
create table seller_identities (
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  seller_id uuid not null unique references sellers,
  bound_at timestamptz not null,
  primary key (issuer, subject)
);

-- Who has said at the provider who they are, and has yet to say here what signing up needs besides.
create table newcomers (
  -- SHA-256 of the token in the cookie.
  token_hash bytea primary key check (length(token_hash) = 32),
  issuer text not null,
  subject text not null,
  email text not null,
  -- As far as the provider says them.
  business_name text,
  country text,
  expires_at timestamptz not null
);
create index newcomers_expiry on newcomers (expires_at);

alter table seller_identities enable row level security;
alter table newcomers enable row level security;
create policy every_identity on seller_identities to sellerdesk_system using (true) with check (true);
create policy every_newcomer on newcomers to sellerdesk_system using (true) with check (true);
grant select, insert on seller_identities to sellerdesk_system;
grant select, insert, delete on newcomers to sellerdesk_system;
