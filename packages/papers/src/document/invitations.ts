import type { ElectionDefinition } from '@bilik/election';
import { formatDateWithoutWeekday, formatWeekday, isCivilDate, phrasesOf } from '@bilik/words';
import { qrSvg } from '../qr-code.ts';
import { compile } from './compile.ts';
import { invitationWords } from './invitation-phrases.ts';
import { documentWords } from './phrases.ts';
import { clock, placeName } from './wording.ts';

/** One voter as the letter names them. */
export interface InvitedVoter {
  readonly number: number;
  readonly name: string;
  readonly hamlet: string;
  readonly rt: string;
  readonly rw: string;
  /** What the office signed (`writeInvitation`). */
  readonly code: string;
}

const say = phrasesOf(documentWords, invitationWords);

/** `000` stands where a village has no neighbourhood numbers. */
function homeOf({ hamlet, rt, rw }: InvitedVoter): string {
  return /[1-9]/.test(rt + rw) ? say('id', 'invitation.home', { hamlet, rt, rw }) : hamlet;
}

/**
 * Invitations, four on an A4 sheet to be cut, one a voter in the order given, PDF/A-2b. No NIK and no day of birth: letters are left on
 * doorsteps.
 * @throws RangeError for a voting day that does not exist
 */
export function renderInvitations(
  definition: ElectionDefinition,
  voters: readonly InvitedVoter[],
): Uint8Array {
  const { voting, area, pollingPlace, kind } = definition;
  if (!isCivilDate(voting.date)) throw new RangeError(`"${voting.date}" is not a day that exists`);
  return compile(
    'invitations.typ',
    {
      exercise: kind === 'exercise' ? say('id', 'document.exercise') : null,
      committee: say('id', 'invitation.committee', { village: area.village.name }),
      title: say('id', 'invitation.title'),
      election: definition.title.id,
      numberLabel: say('id', 'invitation.number'),
      place: placeName('id', definition),
      address: pollingPlace.address,
      when: say('id', 'invitation.when', {
        weekday: formatWeekday('id', voting.date),
        date: formatDateWithoutWeekday('id', voting.date),
      }),
      hours: say('id', 'invitation.hours', {
        opens: clock('id', voting.opens),
        closes: clock('id', voting.closes),
        zone: voting.zone,
      }),
      bring: say('id', 'invitation.bring'),
      without: say('id', 'invitation.without'),
      scan: say('id', 'invitation.code'),
      voters: voters.map((voter) => ({
        number: String(voter.number),
        name: voter.name,
        home: homeOf(voter),
        qr: qrSvg(voter.code),
      })),
    },
    Date.parse(`${voting.date}T00:00:00Z`) / 1000,
  );
}
