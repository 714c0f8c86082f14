import { fail, type Result, succeed } from '@bilik/election';
import { readBase64, writeBase64 } from './base64.ts';
import { HASH_BYTES, type Hash } from './merkle-tree.ts';
import type { NoteKey, NoteSigner } from './note-key.ts';
import { type Note, type NoteProblem, openNote, readNote, signNote } from './signed-note.ts';

/** What a log says of itself at one moment. */
export interface TreeHead {
  /** Names the log, as in `pilkades.banyuasinkab.go.id/log`. */
  readonly origin: string;
  /** Entries of the log. */
  readonly size: number;
  readonly root: Hash;
}

/** A checkpoint as it was read. */
export interface Checkpoint extends TreeHead {
  readonly note: Note;
}

export type CheckpointProblem =
  | NoteProblem
  /** A note, and not of origin, size and root. */
  | { readonly type: 'checkpoint-malformed' }
  | { readonly type: 'checkpoint-of-other-log'; readonly origin: string };

/** The text that is signed. @source C2SP tlog-checkpoint, Note text */
export function checkpointText({ origin, size, root }: TreeHead): string {
  return `${origin}\n${size}\n${writeBase64(root)}\n`;
}

/** @param signer its name is the log's origin */
export function signCheckpoint(head: Omit<TreeHead, 'origin'>, signer: NoteSigner): string {
  return signNote(checkpointText({ origin: signer.name, ...head }), signer);
}

/** Takes a checkpoint apart and verifies nothing. Extension lines are read over. @errors as `readNote`, and 'checkpoint-malformed' */
export function readCheckpoint(text: string): Result<Checkpoint, CheckpointProblem> {
  const note = readNote(text);
  if (!note.ok) return note;
  const [origin = '', size = '', rootText = '', ...rest] = note.value.text.split('\n');
  const root = readBase64(rootText);
  const isWhole =
    origin !== '' &&
    /^(?:0|[1-9][0-9]{0,14})$/.test(size) &&
    root?.length === HASH_BYTES &&
    rest.at(-1) === '' &&
    rest.slice(0, -1).every((line) => line !== '');
  return isWhole && root !== undefined
    ? succeed({ origin, size: Number(size), root, note: note.value })
    : fail({ type: 'checkpoint-malformed' });
}

/**
 * The checkpoint of that log, signed by its key.
 * @errors as `readCheckpoint`, and 'checkpoint-of-other-log' · 'note-signature-wrong' · 'note-not-signed'
 */
export function openCheckpoint(text: string, logKey: NoteKey): Result<Checkpoint, CheckpointProblem> {
  const checkpoint = readCheckpoint(text);
  if (!checkpoint.ok) return checkpoint;
  const { origin } = checkpoint.value;
  if (origin !== logKey.name) return fail({ type: 'checkpoint-of-other-log', origin });
  const opened = openNote(text, logKey);
  return opened.ok ? checkpoint : opened;
}
