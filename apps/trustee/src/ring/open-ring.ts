import { join } from 'node:path';
import { openPassphraseTries, PassphraseTriesFile } from '../secret/passphrase-tries.ts';
import { openDurableFile } from '../store/durable-file.ts';
import { type DeviceParts, openTrusteeDevice, type TrusteeDevice } from '../trustee-device.ts';
import { type KeyRing, openKeyRing } from './key-ring.ts';
import { BoardFile } from './notice-board.ts';
import { LeftSittingsFile, RingFile } from './ring-file.ts';

/** Opens the ring of a home. All its keys count wrong passphrases together: each more key is not one more free guess. */
export function openRing(parts: DeviceParts, single: TrusteeDevice): KeyRing {
  const { home, storageHook } = parts;
  const tries = openPassphraseTries(
    openDurableFile(join(home, 'ring-tries.json'), PassphraseTriesFile, storageHook),
    parts.now,
  );
  return openKeyRing({
    home,
    file: openDurableFile(join(home, 'ring.json'), RingFile.nullable(), storageHook),
    leftFile: openDurableFile(join(home, 'left-sittings.json'), LeftSittingsFile, storageHook),
    openKey: (folder) => openTrusteeDevice({ ...parts, home: folder, tries }),
    singleKey: () => single.ceremony.file(),
    isExerciseDevice: parts.isExercise,
  });
}

/** Where this device's sitting has its notice board. */
export function openBoardFile({ home, storageHook }: Pick<DeviceParts, 'home' | 'storageHook'>) {
  return openDurableFile(join(home, 'notice-board.json'), BoardFile.nullable(), storageHook);
}
