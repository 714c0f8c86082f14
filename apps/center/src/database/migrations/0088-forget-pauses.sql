-- Pauses of sign-ins that are forgotten are taken away: strangers name accounts that nobody has.
create index sign_in_pause_last on sign_in_pause (last_at);
grant delete on sign_in_pause to bilik_app;
