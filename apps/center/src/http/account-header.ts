/**
 * A call that names an account in this header is carried out as that account or not at all (401): on a phone that two people share, nothing
 * goes out as whoever signed in last.
 */
export const ACCOUNT_HEADER = 'x-bilik-account';
