-- Whether support may look at a seller's pages.
alter table sellers add column support_allowed boolean not null default true;
grant select (support_allowed) on sellers to sellerdesk_seller;

-- The operator's switch: while it is off nobody looks at anything.
create table support_switch (
  only_one boolean primary key default true check (only_one),
  is_on boolean not null default true
);
insert into support_switch default values;
grant select, update on support_switch to sellerdesk_system;

-- Staff looking at the pages of a seller, who sees these rows.
create table support_views (
  support_view_id uuid primary key default gen_random_uuid(),
  -- Chosen by the browser once for what somebody means to start once.
  start_key uuid not null unique,
  staff_id uuid not null references staff,
  -- As it was; the seller reads it.
  staff_name text not null,
  -- The session it was started in; a view ends with it. Sessions are deleted, so this is no reference.
  session_id uuid not null,
  seller_id uuid not null references sellers,
  reason text not null check (length(reason) between 10 and 500),
  ticket text check (length(ticket) between 1 and 100),
  started_at timestamptz not null,
  idle_expires_at timestamptz not null,
  -- Half an hour after the start and never moved, whatever happens.
  expires_at timestamptz not null check (expires_at = started_at + interval '30 minutes'),
  ended_at timestamptz,
  ended_by text check (ended_by in ('staff', 'seller', 'admin', 'time', 'sign_out', 'operator', 'mode')),
  check (idle_expires_at <= expires_at),
  check ((ended_at is null) = (ended_by is null))
);
-- One at a time, whatever happens at the same time.
create unique index support_views_running on support_views (staff_id) where ended_at is null;
create index support_views_seller on support_views (seller_id, started_at desc);
alter table support_views enable row level security;
create policy own_views on support_views to sellerdesk_seller using (seller_id = current_seller_id());
create policy every_view on support_views to sellerdesk_system using (true) with check (true);
grant select (support_view_id, staff_name, seller_id, reason, ticket, started_at, ended_at, ended_by)
  on support_views to sellerdesk_seller;
grant select, insert, update on support_views to sellerdesk_system;

create function keep_support_view_end() returns trigger
  language plpgsql
as $$
begin
  if new.expires_at <> old.expires_at or new.started_at <> old.started_at then
    raise exception 'a support view is never extended' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger never_extended before update on support_views for each row execute function keep_support_view_end();

-- Why a view is over at a moment, whether or not somebody has ended it yet; null while it runs. Every request in a view asks
-- this, so that what ends one ends it on every instance at once.
create function support_view_over(looked support_views, at timestamptz) returns text
  language sql stable
as $$
  select case
    when looked.ended_at is not null then looked.ended_by
    when looked.idle_expires_at <= at then 'time'
    when not exists (
      select from staff_sessions join staff using (staff_id)
      where staff_sessions.session_id = looked.session_id and disabled_at is null
        and staff_sessions.idle_expires_at > at and staff_sessions.expires_at > at
    ) then 'sign_out'
    when not (select support_allowed from sellers where sellers.seller_id = looked.seller_id) then 'seller'
    when not (select is_on from support_switch) then 'operator'
  end
$$;

-- What a seller is told about a view is counted from its lines.
create index audit_lines_view on audit_lines (support_view_id) where support_view_id is not null;
