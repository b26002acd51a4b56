-- Where a customer goes on after Stripe's page is sent with the key of a charge and must stay the same, whatever becomes of
-- PUBLIC_URL. Null for charges that were stored before this was: they were asked for with the address of their time.
alter table charges add column public_url text;
