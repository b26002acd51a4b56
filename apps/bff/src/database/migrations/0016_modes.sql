-- Whether a seller's account is one of test or of live mode. A deployment with live keys may have test keys beside them, for
-- sellers that the operator makes test sellers before they have an account.
alter table sellers add column mode text check (mode in ('test', 'live'));
update sellers set mode = (select mode from installation);
alter table sellers alter column mode set not null;
grant select (mode) on sellers to sellerdesk_seller;

-- An account is of its seller's mode, and nobody changes the mode of a seller who has one or had one.
alter table sellers add constraint sellers_mode unique (seller_id, mode);
alter table accounts add constraint accounts_mode_of_seller foreign key (seller_id, mode) references sellers (seller_id, mode);

-- The mode whose secret an event was signed with.
alter table webhook_events add column signed_mode text check (signed_mode in ('test', 'live'));
update webhook_events set signed_mode = (select mode from installation);
alter table webhook_events alter column signed_mode set not null;
