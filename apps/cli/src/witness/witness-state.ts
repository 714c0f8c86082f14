import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hexSha256, readCheckpoint, type TreeHead, type WitnessRefusal } from '@bilik/publication';
import { writeWhole } from '../written-whole.ts';

/** What a witness remembers: the last checkpoint of each log that it cosigned, and what it refused. */
export interface WitnessState {
  latest(origin: string): TreeHead | undefined;
  /** On the medium when this returns: only then may the checkpoint be cosigned. */
  keep(origin: string, checkpoint: string): void;
  /** A signed checkpoint beside the one that was seen, once per checkpoint and refusal; of each kind of refusal at most `KEPT_OF_A_KIND`. */
  keepRefused(refused: {
    readonly origin: string;
    /** The offered checkpoint with the log's own signature lines alone. */
    readonly offered: string;
    readonly refusal: WitnessRefusal;
  }): void;
}

/** One is enough to convict a log; the bound is against a stranger who fills the disk. */
const KEPT_OF_A_KIND = 50;

/** @param folder made when it is not there. @throws when a checkpoint in it cannot be read: a witness that forgot would cosign a second history */
export function openWitnessState(folder: string): WitnessState {
  mkdirSync(join(folder, 'refused'), { recursive: true, mode: 0o700 });
  // an origin may hold any letters; its hash is a name
  const pathOf = (origin: string) => join(folder, `${hexSha256(origin)}.checkpoint`);
  const textOf = (origin: string) =>
    existsSync(pathOf(origin)) ? readFileSync(pathOf(origin), 'utf8') : undefined;
  return {
    latest(origin) {
      const text = textOf(origin);
      if (text === undefined) return undefined;
      const read = readCheckpoint(text);
      if (!read.ok || read.value.origin !== origin) {
        throw new Error(`${pathOf(origin)} is damaged. Nothing was cosigned. Restore it from a copy.`);
      }
      return read.value;
    },
    keep(origin, checkpoint) {
      writeWhole(pathOf(origin), checkpoint);
    },
    keepRefused({ origin, offered, refusal }) {
      const path = join(folder, 'refused', `${refusal.type}-${hexSha256(offered)}.json`);
      const kept = readdirSync(join(folder, 'refused')).filter((name) => name.startsWith(refusal.type));
      if (existsSync(path) || kept.length >= KEPT_OF_A_KIND) return;
      const seen = textOf(origin) ?? null;
      writeWhole(path, `${JSON.stringify({ refusal, seen, offered }, undefined, 1)}\n`);
    },
  };
}
