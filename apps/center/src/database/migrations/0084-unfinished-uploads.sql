-- What all accounts have begun to send since a moment and not finished: how much, and whose. An account itself sees its own alone.
create function unfinished_uploads(since timestamptz) returns table (account text, bytes bigint)
language sql stable security definer set search_path = bilik, pg_temp as $$
  select account, bytes from upload where sha256 is null and begun_at > since
$$;
