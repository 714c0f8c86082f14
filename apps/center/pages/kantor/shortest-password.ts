/** The center refuses a shorter one (`src/accounts/password.ts`); the screens say it before anything is sent. */
export const SHORTEST_PASSWORD = 12;
