/** Nothing from a site reaches a terminal that the terminal would obey. */
export const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, '?');
