-- What sellers create here. A row is stored before Stripe is asked, so that an answer that never comes loses nothing.
create table charges (
  charge_id uuid primary key,
  seller_id uuid not null references sellers,
  stripe_account_id text not null references accounts,
  -- Chosen by the browser once for what a seller means to do once.
  idempotency_key uuid not null,
  -- SHA-256 of what was asked for: the same key must mean the same.
  fingerprint bytea not null check (length(fingerprint) = 32),
  state text not null
    check (state in ('creating', 'unknown', 'waiting', 'processing', 'paid', 'expired', 'canceled', 'failed')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[a-z]{3}$'),
  platform_fee_minor bigint not null check (platform_fee_minor between 0 and amount_minor),
  description text not null check (length(description) between 1 and 250),
  customer_email text,
  -- When we were asked. Stripe is asked with the key of this charge for less than a day after it.
  requested_at timestamptz not null,
  -- By Stripe's clock once it has answered.
  created_at timestamptz not null,
  checkout_session_id text unique,
  checkout_url text,
  payment_id text,
  failure_message text,
  expires_at timestamptz,
  paid_at timestamptz,
  cancel_requested_at timestamptz,
  -- How often Stripe was asked to create it.
  attempts integer not null default 0,
  -- When the reading of Stripe's session began that is stored here.
  read_at timestamptz,
  -- When somebody who watches the charge last made us look at Stripe.
  refresh_asked_at timestamptz,
  unique (seller_id, idempotency_key)
);
create index charges_newest on charges (seller_id, created_at desc, charge_id desc);
create index charges_unsettled on charges (requested_at) where state in ('creating', 'unknown');
alter table charges enable row level security;
create policy own_charges on charges to sellerdesk_seller using (seller_id = current_seller_id());
create policy every_charge on charges to sellerdesk_system using (true) with check (true);
grant select, insert, update on charges to sellerdesk_seller, sellerdesk_system;
