-- Sellers' connected accounts: what Stripe said of them last. Stripe is the authority; this is what pages are made from.
create table accounts (
  stripe_account_id text primary key check (stripe_account_id ~ '^acct_\w{4,}$'),
  seller_id uuid not null references sellers,
  mode text not null check (mode in ('test', 'live')),
  -- Which of Stripe's account APIs made it; it is read by the same one.
  api text not null check (api in ('v1', 'v2')),
  state text not null
    check (state in ('not_started', 'more_needed', 'in_review', 'ready', 'restricted', 'rejected')),
  charges_enabled boolean not null,
  payouts_enabled boolean not null,
  details_submitted boolean not null,
  country text,
  default_currency text,
  requirements jsonb not null,
  deadline_at timestamptz,
  dashboard_type text not null check (dashboard_type in ('full', 'express', 'none')),
  -- Stripe's names of what was due at the beginning, in alphabetical order.
  due_when_created text[] not null,
  created_at timestamptz not null,
  -- When the reading began that is stored here: of two that overlap, the one that began later has seen more.
  read_at timestamptz not null,
  -- The seller cut the platform off in their Stripe Dashboard.
  deauthorized_at timestamptz
);
create unique index accounts_seller on accounts (seller_id) where deauthorized_at is null;
alter table accounts enable row level security;
create policy own_account on accounts to sellerdesk_seller
  using (seller_id = current_seller_id() and deauthorized_at is null)
  with check (seller_id = current_seller_id());
create policy every_account on accounts to sellerdesk_system using (true) with check (true);
grant select, insert, update on accounts to sellerdesk_seller, sellerdesk_system;
