-- What ended somebody's last view is asked whenever their pages ask whether one runs.
create index support_views_staff on support_views (staff_id, started_at desc);
