-- Events are tried for three days, with growing pauses, and are then kept apart: none is given up in silence. Those that wait
-- when this is applied get three days anew.
alter table webhook_events
  -- Since when it is tried: since it came, or since it was taken out of quarantine.
  add column waiting_since timestamptz not null default now(),
  -- When it is tried next.
  add column try_at timestamptz not null default now(),
  drop constraint webhook_events_quarantine_check,
  add constraint webhook_events_quarantine_check
    check (quarantine in ('unknown_account', 'wrong_mode', 'wrong_scope', 'given_up'));
drop index webhook_events_waiting;
create index webhook_events_waiting on webhook_events (try_at) where applied_at is null and quarantine is null;
