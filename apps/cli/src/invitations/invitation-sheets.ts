import type { ElectionDefinition, Voter } from '@bilik/election';
import { renderInvitations } from '@bilik/papers';
import { writeInvitation } from '@bilik/transfer';

export interface InvitationSheets {
  readonly definition: ElectionDefinition;
  readonly electionUuid: string;
  /** Everybody on the list; who may not vote gets no letter. */
  readonly voters: readonly Pick<Voter, 'number' | 'name' | 'hamlet' | 'rt' | 'rw' | 'ineligible'>[];
  /** PKCS#8 PEM of the office's Ed25519 key. */
  readonly issuerKey: string;
}

/** The invitations of one polling place as PDF, in the order of the list. */
export function invitationSheets({
  definition,
  electionUuid,
  voters,
  issuerKey,
}: InvitationSheets): Uint8Array {
  const pollingPlace = definition.pollingPlace.id;
  return renderInvitations(
    definition,
    voters
      .filter(({ ineligible }) => ineligible === null)
      .map(({ number, name, hamlet, rt, rw }) => ({
        number,
        name,
        hamlet,
        rt,
        rw,
        code: writeInvitation({ electionUuid, pollingPlace, voter: number }, issuerKey),
      })),
  );
}
