import { z } from 'zod';
import { inviteFromMachine } from './center-of-exercise.ts';
import { inTurns } from './in-turns.ts';
import type { OfficeLine, OfficePerson } from './office-line.ts';
import type { OfficePeople } from './rehearsed-regency.ts';

const Invited = z.looseObject({ invitation: z.string() });

/** Easy to remember; an exercise's password guards nothing. */
const PASSWORD = 'sandi latihan kabupaten';

/** Lets the first person in from the machine, who invites the others; each begins their account with a phone of their own. */
export async function beginOffice(
  office: OfficeLine,
  centerHome: string,
  where: { readonly regency: string; readonly subDistricts: readonly string[] },
): Promise<OfficePeople> {
  const { regency: area } = where;
  const first = { account: 'kabupaten', name: 'Orang Buatan Ketua', role: 'regency', area };
  const regency = await office.begin(first.account, await inviteFromMachine(centerHome, first), PASSWORD);
  const letIn = async (account: string, name: string, role: string, at: string): Promise<OfficePerson> => {
    const order = { account, name: `Orang Buatan ${name}`, role, area: at };
    const { invitation } = await office.act(regency, 'accounts.invite', order, Invited);
    return office.begin(account, invitation, PASSWORD);
  };
  const subDistricts = new Map<string, OfficePerson>();
  await inTurns(where.subDistricts, 2, async (code) => {
    subDistricts.set(code, await letIn(`kecamatan-${code}`, `Kecamatan ${code}`, 'sub-district', code));
  });
  return {
    regency,
    registrar: await letIn('dukcapil', 'Dukcapil', 'registrar', area),
    desk: await letIn('desk', 'Desk', 'desk', area),
    auditor: await letIn('auditor', 'Auditor', 'auditor', area),
    typists: [
      await letIn('pengetik-1', 'Pengetik Satu', 'regency', area),
      await letIn('pengetik-2', 'Pengetik Dua', 'regency', area),
    ],
    third: await letIn('pembaca-ketiga', 'Pembaca Ketiga', 'regency', area),
    subDistricts,
  };
}
