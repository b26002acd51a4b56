-- Jobs are added by the roles that do the work, in their own transactions, though the queue's tables belong to the owner.
-- The queue (schema graphile_worker) is installed when the worker starts, before any request is answered.
create function enqueue_job(name text, id text, in_seconds integer) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_job(
    name,
    json_build_object('id', id),
    run_at := now() + make_interval(secs => in_seconds),
    job_key := name || ':' || id,
    max_attempts := 8
  );
end
$$;
revoke all on function enqueue_job(text, text, integer) from public;
grant execute on function enqueue_job(text, text, integer) to sellerdesk_seller, sellerdesk_system;
