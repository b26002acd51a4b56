-- A charge whose account the seller cut off before we knew what became of it: nobody here can find out any more.
alter table charges drop constraint charges_state_check;
alter table charges add constraint charges_state_check check (
  state in ('creating', 'unknown', 'waiting', 'processing', 'paid', 'expired', 'canceled', 'failed', 'disconnected')
);
-- For finding them when an account is cut off.
create index charges_open_of_account on charges (stripe_account_id) where state in ('unknown', 'waiting', 'processing');
