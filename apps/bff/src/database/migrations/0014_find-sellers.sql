-- How staff find a seller among a million: by how an address or a name begins, or by an id of Stripe's.
create index sellers_email_begins on sellers (lower(email) text_pattern_ops);
create index sellers_name_begins on sellers (lower(business_name) text_pattern_ops);
create index sellers_newest on sellers (created_at desc, seller_id desc);
create index accounts_of_seller on accounts (seller_id);
create index charges_payment on charges (payment_id) where payment_id is not null;
create index webhook_events_object on webhook_events (object_id) where object_id is not null and account is not null;
