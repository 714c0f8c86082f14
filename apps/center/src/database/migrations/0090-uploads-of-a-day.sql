-- What is finished counts for its area too: whoever has one account of a village does not fill the disk of all.
drop function unfinished_uploads(timestamptz);
create function uploads_since(since timestamptz) returns table (account text, area text, bytes bigint, is_finished boolean)
language sql stable security definer set search_path = bilik, pg_temp as $$
  select account, area, bytes, sha256 is not null from upload where begun_at > since
$$;
drop index upload_unfinished;
create index upload_begun on upload (begun_at);
