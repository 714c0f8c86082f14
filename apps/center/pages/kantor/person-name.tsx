import { useLanguage } from '@bilik/ui/language';
import * as z from 'zod/mini';
import { ROLES } from '../../src/accounts/roles.ts';
import { officeWords as words } from './office-words.ts';

/** Who did something; null: no person of the office. */
export const officePersonSchema = z.nullable(z.object({ name: z.nullable(z.string()), role: z.enum(ROLES) }));
export type Person = z.output<typeof officePersonSchema>;

/** How the office calls whoever did something, for sentences: by name, of other areas by the role. */
export function usePersonText(): (person: NonNullable<Person>) => string {
  const language = useLanguage();
  return ({ name, role }) => name ?? words(language, `office.role.${role}`);
}

/** The same as a cell of a table. */
export function PersonName({ person }: { readonly person: Person }) {
  const text = usePersonText();
  return <>{person === null ? '–' : text(person)}</>;
}
