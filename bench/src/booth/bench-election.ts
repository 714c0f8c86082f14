import {
  ArchiveWriter,
  type Credential,
  deriveCredential,
  type Election,
  electionPublicKey,
  generateCardCode,
  generateTrustee,
  parseElection,
  parseTrustees,
  writeElection,
  writePublicCredentials,
  writeTrustees,
} from '@bilik/ballot';
import { nativeGroup, systemRandom } from '@bilik/ballot/native';

/** An election of one question as a polling place has it, with the cards of its voters. */
export interface BenchElection {
  readonly election: Election;
  /** Candidates and the blank vote, which is the last answer. */
  readonly answerCount: number;
  readonly cards: readonly { readonly code: string; readonly credential: Credential }[];
  readonly credentialsText: string;
  /** The archive before the first ballot, and the name under which `belenios-tool` finds it. */
  readonly archive: { readonly name: string; readonly bytes: Uint8Array };
}

const UUID = 'BenchBooth11111';

export function makeBenchElection(candidates: number, cardCount: number): BenchElection {
  const group = nativeGroup();
  const { key } = generateTrustee(group, systemRandom, 'Bench');
  const trusteesText = writeTrustees(group, [{ kind: 'single', key }]);
  const trustees = parseTrustees(group, trusteesText);
  if (!trustees.ok) throw new Error('the bench made wrong trustees');
  const names = Array.from({ length: candidates }, (_, index) => `Calon ${index + 1}`);
  const electionText = writeElection({
    uuid: UUID,
    name: 'Bench',
    description: '',
    group: group.name,
    publicKey: electionPublicKey(group, trustees.value),
    questions: [
      { question: 'Kepala desa', answers: [...names, 'Suara kosong'], blank: false, min: 1, max: 1 },
    ],
    bilik: { profile: 1, kind: 'exercise', pollingPlace: 'BENCH', signingKey: `${'A'.repeat(43)}=` },
  });
  const election = parseElection(electionText, { groups: [group] });
  if (!election.ok) throw new Error('the bench made a wrong election');
  const cards = Array.from({ length: cardCount }, () => {
    const code = generateCardCode(systemRandom);
    return { code, credential: deriveCredential(group, UUID, code) };
  });
  const credentialsText = writePublicCredentials(cards.map(({ credential }) => credential.publicKey));
  const writer = new ArchiveWriter({ timestamp: 1_795_290_714 });
  const bytes = writer.setup({
    election: electionText,
    trustees: trusteesText,
    credentials: credentialsText,
  });
  return {
    election: election.value,
    answerCount: names.length + 1,
    cards,
    credentialsText,
    archive: { name: `${UUID}.bel`, bytes },
  };
}
