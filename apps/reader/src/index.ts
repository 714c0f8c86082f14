/** One identity-card reader at a check-in desk. */
export {};
