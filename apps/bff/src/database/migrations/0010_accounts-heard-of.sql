-- For finding the accounts that Stripe has announced nothing of for long: what it announced may have been lost.
alter table accounts add column refresh_asked_at timestamptz;
create index accounts_heard_of on accounts (greatest(read_at, refresh_asked_at)) where deauthorized_at is null;
