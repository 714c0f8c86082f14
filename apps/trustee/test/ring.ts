import { nativeGroup, nodeCcm } from '@bilik/ballot/native';
import { pollingPlaceIdSchema } from '@bilik/election';
import { type CeremonyPlan, ROUNDS, writeCeremonyPlan } from '@bilik/transfer';
import type { KeyRing } from '../src/ring/key-ring.ts';
import { openRing } from '../src/ring/open-ring.ts';
import type { StorageHook } from '../src/store/durable-file.ts';
import { type DeviceParts, openTrusteeDevice } from '../src/trustee-device.ts';
import { NAMES } from './ceremony-run.ts';
import { PASSPHRASE, QUICK_SCRYPT, testRandom } from './device.ts';
import { succeeded } from './succeeded.ts';
import { temporaryHome } from './temporary-home.ts';

const INTERESTS = ['panitia pemilihan', 'BPD', 'saksi nomor 1', 'saksi nomor 2', 'saksi nomor 3'];

/** A lawful plan of k of n trustees for polling places 1 to `places` of one village. */
export function testPlan(count: number, threshold: number, places: number): CeremonyPlan {
  return {
    format: 'bilik/ceremony-plan/1',
    kind: 'exercise',
    ceremony: 'Latihan Banyuasin 2026',
    threshold,
    members: NAMES.slice(0, count).map((name, index) => ({
      id: `pemegang-${index + 1}`,
      name,
      interest: INTERESTS[index] ?? '',
    })),
    places: Array.from({ length: places }, (_, index) =>
      pollingPlaceIdSchema.parse(`16.07.01.2003-${String(index + 1).padStart(3, '0')}`),
    ),
  };
}

/** A device with its ring, without its door. */
export function openTestRing(options: {
  readonly name: string;
  readonly home?: string;
  readonly storageHook?: StorageHook;
  readonly isExercise?: boolean;
}): KeyRing {
  const parts: DeviceParts = {
    home: options.home ?? temporaryHome(),
    group: nativeGroup(),
    ccm: nodeCcm,
    random: testRandom(options.name),
    maxWorkers: 0,
    now: () => 1_800_000_000_000,
    scryptCost: QUICK_SCRYPT,
    isExercise: options.isExercise ?? true,
    onChange: () => {},
    onAct: () => {},
    storageHook: options.storageHook,
  };
  return openRing(parts, openTrusteeDevice(parts));
}

/** A whole sitting by files that every device gives to every other. */
export async function holdSitting(rings: readonly KeyRing[], plan: CeremonyPlan): Promise<void> {
  for (const [index, ring] of rings.entries()) {
    const member = plan.members[index]?.id ?? '';
    succeeded(await ring.begin({ plan: writeCeremonyPlan(plan), member, passphrase: PASSPHRASE }));
  }
  for (const round of ROUNDS) {
    const texts = rings.map((ring) => succeeded(ring.ownBundle(round)).text);
    for (const [index, ring] of rings.entries()) {
      for (const text of texts.filter((_, sender) => sender !== index)) succeeded(ring.add(text));
      succeeded(await ring.advance(round, undefined));
    }
  }
}
