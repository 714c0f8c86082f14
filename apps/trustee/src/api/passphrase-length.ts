/** In UTF-16 units. Twelve is three or four everyday words; a short one could be guessed by who takes the device. */
export const PASSPHRASE_LENGTH = { least: 12, most: 200 } as const;
