import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readSteps } from '../src/archive/index.ts';

/** Bytes of a vector file, unpacked when its name ends in .gz. */
export function vectorBytes(path: string): Uint8Array {
  const bytes = readFileSync(new URL(`../vectors/${path}`, import.meta.url));
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

export function vectorText(path: string): string {
  return new TextDecoder().decode(vectorBytes(path));
}

/** Texts of the objects of an archive, by what they are. */
export interface RecordTexts {
  readonly timestamp: number;
  readonly election: string;
  readonly trustees: string;
  readonly credentials: string;
  readonly ballots: readonly string[];
  readonly tally: string;
  readonly sizedTally: string;
  readonly shares: readonly { readonly text: string; readonly owned: string }[];
  readonly result: string;
}

/** Reads a whole archive that is known to be right. */
export async function readRecord(bytes: Uint8Array): Promise<RecordTexts> {
  const texts: { type: string; data: string[] }[] = [];
  let timestamp = 0;
  for await (const step of readSteps([bytes])) {
    if (!step.ok) throw new Error(`vector archive: ${step.error.type}`);
    timestamp = step.value.timestamp;
    const data = step.value.data.map(({ content }) => new TextDecoder().decode(content));
    texts.push({ type: step.value.type, data });
  }
  const of = (type: string) => texts.filter((step) => step.type === type).map(({ data }) => data);
  const [election = '', trustees = '', credentials = ''] = of('Setup')[0] ?? [];
  const [tally = '', sizedTally = ''] = of('EncryptedTally')[0] ?? [];
  return {
    timestamp,
    election,
    trustees,
    credentials,
    ballots: of('Ballot').map(([text = '']) => text),
    tally,
    sizedTally,
    shares: of('PartialDecryption').map(([text = '', owned = '']) => ({ text, owned })),
    result: of('Result')[0]?.[0] ?? '',
  };
}
