-- For finding the charges that nobody has looked at for long, among all that were ever made.
create index charges_under_way on charges (coalesce(greatest(read_at, refresh_asked_at), requested_at))
  where state in ('waiting', 'processing');
