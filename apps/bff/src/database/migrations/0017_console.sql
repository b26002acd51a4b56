-- Sellers are found in the order of what was looked for, so that a page costs the same however many begin alike.
drop index sellers_email_begins;
drop index sellers_name_begins;
create index sellers_email_begins on sellers (lower(email) collate "C", seller_id);
create index sellers_name_begins on sellers (lower(business_name) collate "C", seller_id);

-- What Stripe announced of one account, newest first.
create index webhook_events_account on webhook_events (account, received_at desc, event_id desc) where account is not null;

-- Who looked at one seller's pages, newest first and in an order without ties.
drop index support_views_seller;
create index support_views_seller on support_views (seller_id, started_at desc, support_view_id desc);
