/** The three messages that every trustee gives to all others: key certificate, dealt polynomial, share of the key. */
export const ROUNDS = ['certificate', 'polynomial', 'share'] as const;
export type Round = (typeof ROUNDS)[number];
