-- What is begun and not finished counts for its area too: whoever makes accounts in one sub-district does not shut out the others.
drop function unfinished_uploads(timestamptz);
create function unfinished_uploads(since timestamptz) returns table (account text, area text, bytes bigint)
language sql stable security definer set search_path = bilik, pg_temp as $$
  select account, area, bytes from upload where sha256 is null and begun_at > since
$$;
create index upload_unfinished on upload (begun_at) where sha256 is null;
