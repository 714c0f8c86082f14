import { phrase } from '@bilik/words';

/** Any phrase of the catalogue in Indonesian, as it stands on a screen. */
export const say = (
  key: Parameters<typeof phrase>[1],
  values?: Readonly<Record<string, string | number>>,
): string =>
  // the catalogue's types fit single keys; here any key may come with its values
  (phrase as (language: 'id', key: string, values?: Readonly<Record<string, string | number>>) => string)(
    'id',
    key,
    values,
  );
export type Word = Parameters<typeof say>[0];
