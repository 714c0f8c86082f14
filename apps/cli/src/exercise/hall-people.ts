/** Who works in the hall of an exercise; a simulated day knows them by these ids. */
const TASKS = [
  { role: 'chair', id: 'ketua' },
  { role: 'member', id: 'anggota-1' },
  { role: 'member', id: 'anggota-2' },
  { role: 'desk-officer', id: 'meja-1' },
  { role: 'technician', id: 'teknisi' },
  { role: 'supervisor', id: 'pengawas' },
] as const;

/**
 * The people of a hall as a definition or an outfit names them.
 * @param names of chair, two members, desk officer, technician and supervisor, in this order
 * @param witnesses names, one a candidate in order of number
 */
export function hallPeople(
  names: readonly [string, string, string, string, string, string],
  witnesses: readonly string[],
  contest: string,
) {
  return [
    ...TASKS.map((task, index) => ({ ...task, name: names[index] ?? '' })),
    ...witnesses.map((name, index) => ({
      ...{ role: 'witness' as const, id: `saksi-${index + 1}`, name },
      represents: { contest, candidate: index + 1 },
    })),
  ];
}
