import type { Bilingual } from './bilingual.ts';
import { BOARD_ACTS } from './board-acts.ts';
import type { ConfirmationRule } from './confirmation.ts';
import { type PersonRole, personRoleSchema } from './definition.ts';
import { PHASE_RULES } from './phase-table.ts';
import { ROLE_NAMES } from './role-names.ts';

/** One line of the table of who may do what. */
interface RoleRow {
  readonly name: string;
  readonly rule: ConfirmationRule;
  readonly sentence: Bilingual;
}

const ROLES: readonly PersonRole[] = personRoleSchema.options;

/** What a role may do: alone, lead others, be one of them, or nothing. */
function partOf(role: PersonRole, { people, ledBy, mayConfirm }: ConfirmationRule): string {
  if (ledBy.includes(role)) return people === 1 ? '**sendiri**' : '**memimpin**';
  return people === 2 && mayConfirm.includes(role) ? 'ikut' : '–';
}

function lines(rows: readonly RoleRow[]): string[] {
  return [
    `| Perbuatan / act | orang | ${ROLES.map((role) => `${ROLE_NAMES[role].id} / ${ROLE_NAMES[role].en}`).join(' | ')} |`,
    `|---|---|${ROLES.map(() => '---').join('|')}|`,
    ...rows.map(({ name, rule, sentence }) => {
      const parts = ROLES.map((role) => partOf(role, rule));
      return `| ${sentence.id} / ${sentence.en} \`${name}\` | ${rule.people} | ${parts.join(' | ')} |`;
    }),
  ];
}

/** Who may do what, as Markdown, from the very tables by which the station decides. Indonesian first. */
export function roleTableMarkdown(): string {
  return [
    '# Siapa boleh apa / who may do what',
    '',
    'Dibuat dari kode: `bilik roles`. / Made from the code by `bilik roles`; a test keeps this page equal to it.',
    '',
    '**sendiri** = cukup satu orang ini / one such person is enough · **memimpin** = salah satu dari dua orang harus dia / one of the two must be such a person · ikut = boleh menjadi orang kedua / may be the other one · – = tidak boleh / may not',
    '',
    'Setiap orang membuktikan dirinya dengan PIN. Saksi tidak punya PIN: namanya hanya ditulis di kertas yang ia tandatangani. / Everybody proves who they are with a PIN. Witnesses have none: they are only named on papers that they sign.',
    '',
    '## Tahap hari itu / phases of the day',
    '',
    ...lines(PHASE_RULES.map((rule) => ({ name: rule.command, rule, sentence: rule.sentence }))),
    '',
    '## Perbuatan lain / other acts',
    '',
    ...lines(BOARD_ACTS.map((rule) => ({ name: rule.act, rule, sentence: rule.sentence }))),
    '',
    'Melayani pemilih di meja tidak memerlukan PIN: siapa yang memegang perangkat meja yang sudah dipasangkan, melayani. Pengawas dan saksi melihat papan dan kertas, dan tidak memerintah mesin. / Serving voters at a desk needs no PIN: whoever has a paired desk device serves. Supervisors and witnesses look at board and papers, and command no machine.',
    '',
  ].join('\n');
}
