-- Who did what, for whom, in the order in which it was committed. Each line holds the hash of the one before it, so that who
-- knows one hash can tell whether anything before it was changed. Nothing refers to other tables and nothing follows from
-- them: a line outlives what it is about.
create table audit_lines (
  -- From 1 without gaps: not from a sequence, which loses a number with every rollback.
  seq bigint primary key check (seq >= 1),
  -- In four digits of a year, so that it is written in one way only.
  at timestamptz not null check (at >= '2000-01-01 00:00:00Z' and at < '10000-01-01 00:00:00Z'),
  -- `operator`, or a kind and an id: `staff:<uuid>`, `seller:<uuid>`.
  actor text not null check (actor ~ '^[a-z]+(:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$'),
  -- Whose business it was; null when no one seller's.
  subject_seller_id uuid,
  support_view_id uuid,
  action text not null check (action ~ '^[a-z][a-z0-9_]{0,63}$'),
  -- Ids and words; never a secret.
  details jsonb not null check (jsonb_typeof(details) = 'object' and octet_length(details::text) <= 4000),
  request_id text check (length(request_id) <= 100),
  -- Unique, so that the chain cannot fork whoever writes it.
  previous_hash bytea not null unique check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32)
);
create index audit_lines_subject on audit_lines (subject_seller_id, seq) where subject_seller_id is not null;

alter table audit_lines enable row level security;
create policy reading on audit_lines for select to sellerdesk_system using (true);
create policy appending on audit_lines for insert to sellerdesk_system with check (true);
grant select, insert on audit_lines to sellerdesk_system;

-- Grants do not hold the owner, as whom mistakes are mended by hand.
create function refuse_audit_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'audit lines are only ever added: % is refused', tg_op using errcode = 'insufficient_privilege';
end
$$;
create trigger only_added before update or delete or truncate on audit_lines
  for each statement execute function refuse_audit_change();
-- In replication and restores too.
alter table audit_lines enable always trigger only_added;
