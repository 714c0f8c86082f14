-- Whoever holds a station's key can begin deliveries by thousands: of those that are not here whole a few of each place are kept, and the oldest gives way. What
-- came whole is never deleted.
grant delete on delivery to bilik_app;
create policy only_begun on delivery as restrictive for delete using (state = 'coming' and files is null);
