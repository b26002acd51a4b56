-- What Stripe announced, each once. Only what an event is about is kept: what it says is read from Stripe again, so that
-- neither the order of events nor a forged one decides anything, and no customer's details are stored here.
create table webhook_events (
  event_id text primary key check (length(event_id) between 1 and 255),
  scope text not null check (scope in ('platform', 'connect')),
  type text not null,
  -- The connected account it is about, if it says one.
  account text,
  livemode boolean not null,
  object_id text,
  -- Our charge, from the metadata of Stripe's object.
  charge_id uuid,
  created_at timestamptz not null,
  received_at timestamptz not null,
  attempts integer not null default 0,
  applied_at timestamptz,
  -- Why it is kept and not applied.
  quarantine text check (quarantine in ('unknown_account', 'wrong_mode', 'wrong_scope'))
);
create index webhook_events_waiting on webhook_events (received_at) where applied_at is null and quarantine is null;
create index webhook_events_age on webhook_events (received_at);
alter table webhook_events enable row level security;
create policy every_event on webhook_events to sellerdesk_system using (true) with check (true);
grant select, insert, update, delete on webhook_events to sellerdesk_system;
