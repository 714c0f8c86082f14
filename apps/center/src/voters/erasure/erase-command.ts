import { connectAsOwner } from '../../database/connect.ts';
import { incomingFolder, type OpenCenter } from '../../open-center.ts';
import type { CommandReport } from '../../set-up/set-up-command.ts';
import { eraseVoters } from './erase-voters.ts';

/** `center erase-voters --event ID --by NAME`: erases persons' data after the dispute window and prints the signed proof. */
export async function eraseCommand(
  { parts, url }: Pick<OpenCenter, 'parts' | 'url'>,
  home: string,
  onBroken: (error: Error) => void,
  order: { readonly event: string; readonly by: string },
  now: Date,
): Promise<CommandReport> {
  const owner = connectAsOwner(url, { onBroken });
  try {
    const erased = await eraseVoters({
      ...{ owner, files: parts.files, keys: parts.keys, incomingFolder: incomingFolder(home), now },
      ...{ election: order.event, by: order.by },
    });
    if (erased.ok) {
      const { proof, beingWritten } = erased.value;
      return { done: true, lines: [JSON.stringify(proof), ...stillThere(beingWritten)] };
    }
    if (erased.error.type === 'election-unknown') {
      return {
        done: false,
        lines: [
          `Tidak ada acara "${order.event}". Tidak ada yang dihapus. Periksa namanya.`,
          `There is no event "${order.event}". Nothing was erased. Check its name.`,
        ],
      };
    }
    return {
      done: false,
      lines: [
        `Masa sengketa berlangsung sampai ${erased.error.until}. Tidak ada yang dihapus. Ulangi sesudah hari itu.`,
        `The dispute window lasts until ${erased.error.until}. Nothing was erased. Repeat after that day.`,
      ],
    };
  } finally {
    await owner.destroy();
  }
}

function stillThere(beingWritten: number): readonly string[] {
  if (beingWritten === 0) return [];
  return [
    `${beingWritten} berkas mungkin sedang ditulis dan belum dihapus. Ulangi perintah ini sesudah sepuluh menit.`,
    `${beingWritten} files may be being written and are not erased yet. Repeat this command after ten minutes.`,
  ];
}
