-- Who let an account in, and read its invitation. Null: whoever holds the machine.
alter table account add column invited_by text references account (id);
update account set invited_by = (
  select inviter.id from event left join account inviter on inviter.id = event.account
  where event.act = 'accounts.invite' and event.subject = account.id order by event.number desc limit 1
);

-- Whose hand an account may be: that of whoever let it in, below the regency; else its own. Whoever reads an invitation can begin the account.
-- An account may not see the one that let in another of its village: the answer is the same for all.
create function hands_of(wanted text[]) returns table (account text, hand text)
language sql stable security definer set search_path = bilik, pg_temp as $$
  select account.id, coalesce(inviter.id, account.id)
  from account left join account inviter on inviter.id = account.invited_by and inviter.role <> 'regency'
  where account.id = any (wanted)
$$;

-- Whether one of these entries was typed by an account of the same hand as this one: who and what stays unseen.
create function typed_by_hand_of(wanted_entries integer[], wanted_account text) returns boolean
language sql stable security definer set search_path = bilik, pg_temp as $$
  select exists (
    select from sheet_entry entry, hands_of(array[entry.account]) typist, hands_of(array[wanted_account]) own
    where entry.id = any (wanted_entries) and typist.hand = own.hand
  )
$$;
