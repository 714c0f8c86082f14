import { makeShareInputs, makeThresholdParameters } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { ROUNDS } from '@bilik/transfer';
import { ownMessage } from '../src/ceremony/own-message.ts';
import type { TrusteeDevice } from '../src/trustee-device.ts';
import { openTestDevice, PASSPHRASE } from './device.ts';
import { at, succeeded } from './succeeded.ts';

export const CEREMONY = 'Pilkades Melati 2026';
export const NAMES = ['Ibu Sari', 'Pak Budi', 'Ibu Wayan', 'Pak Made', 'Ibu Rina'] as const;

/** All messages that went over the table. */
export interface CeremonyTable {
  readonly certificates: readonly string[];
  readonly polynomials: readonly string[];
  readonly shareInputs: readonly string[];
  readonly shareOutputs: readonly string[];
  readonly parameters: string;
  readonly decryptionKeys: readonly string[];
}

/** A whole ceremony by a coordinator who carries messages, as the exercise does it. */
export async function runCeremony(
  devices: readonly TrusteeDevice[],
  threshold: number,
  ceremonyName: string = CEREMONY,
): Promise<CeremonyTable> {
  const group = nativeGroup();
  const certificates: string[] = [];
  for (const [index, device] of devices.entries()) {
    const started = await device.start({
      ceremony: ceremonyName,
      name: at(NAMES, index),
      passphrase: PASSPHRASE,
    });
    certificates.push(succeeded(started).certificate);
  }
  const polynomials: string[] = [];
  for (const { ceremony } of devices) {
    polynomials.push(succeeded(await ceremony.deal({ certificates, threshold })).polynomial);
  }
  const shareInputs = succeeded(makeShareInputs({ group, certificates, polynomials }));
  const shareOutputs: string[] = [];
  for (const [index, { ceremony }] of devices.entries()) {
    const shareInput = at(shareInputs, index);
    shareOutputs.push(succeeded(await ceremony.receive({ shareInput })).shareOutput);
  }
  const outcome = succeeded(makeThresholdParameters({ group, certificates, polynomials, shareOutputs }));
  const { parameters, decryptionKeys } = outcome;
  for (const [index, { ceremony }] of devices.entries()) {
    const decryptionKey = at(decryptionKeys, index);
    const finished = succeeded(await ceremony.finish({ parameters, decryptionKey }));
    if (finished.ownerIndex !== index + 1) throw new Error('a trustee has another number than its place');
  }
  return { certificates, polynomials, shareInputs, shareOutputs, parameters, decryptionKeys };
}

/** Devices of the trustees with the first names, each in a home of its own. */
export function openParty(count: number, seed: string = 'party'): readonly TrusteeDevice[] {
  return NAMES.slice(0, count).map((name) => openTestDevice({ name: `${seed} ${name}` }));
}

/** The same ceremony by files that every device gives to every other. */
export async function runCeremonyByFiles(
  devices: readonly TrusteeDevice[],
  threshold: number,
): Promise<void> {
  for (const [index, device] of devices.entries()) {
    succeeded(await device.start({ ceremony: CEREMONY, name: at(NAMES, index), passphrase: PASSPHRASE }));
  }
  for (const round of ROUNDS) {
    const texts = devices.map(({ ceremony }) => {
      const file = ceremony.file();
      return (file && ownMessage(file, round)) ?? '';
    });
    for (const [index, device] of devices.entries()) {
      for (const text of texts.filter((_, sender) => sender !== index)) succeeded(device.messages.add(text));
      if (round === 'certificate') {
        const certificates = succeeded(device.messages.certificates());
        succeeded(await device.ceremony.deal({ certificates, threshold }));
      } else if (round === 'polynomial') {
        succeeded(await device.ceremony.receive({ shareInput: succeeded(device.messages.shareInput()) }));
      } else {
        succeeded(await device.ceremony.finish(succeeded(device.messages.outcome())));
      }
    }
  }
}
