import { sha256 } from '@noble/hashes/sha2.js';
import type { ByteSource } from '../archive/index.ts';
import { toHex } from '../hash.ts';

/** A file byte for byte, its headers included: two records of the same content need not be the same file. */
export interface FileIdentity {
  /** Lower-case hex SHA-256 of the whole file. */
  readonly sha256: string;
  /** Length of the file in bytes. */
  readonly byteCount: number;
}

/** SHA-256 of bytes that come one piece after the other. */
export interface StreamHash {
  readonly update: (bytes: Uint8Array) => void;
  /** Lower-case hex; called once, at the end. */
  readonly hex: () => string;
}

/** The hash that runs everywhere. */
export function portableStreamHash(): StreamHash {
  const hash = sha256.create();
  return { update: (bytes) => void hash.update(bytes), hex: () => toHex(hash.digest()) };
}

/** Hands the bytes of a source on, and knows afterwards which file they were. */
export class FileDigest {
  readonly #hash: StreamHash;
  #byteCount = 0;

  constructor(hash: StreamHash) {
    this.#hash = hash;
  }

  async *passing(source: ByteSource): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      this.#hash.update(piece);
      this.#byteCount += piece.length;
      yield piece;
    }
  }

  /** Of all that passed; call once, when the source has ended. */
  identity(): FileIdentity {
    return { sha256: this.#hash.hex(), byteCount: this.#byteCount };
  }
}
