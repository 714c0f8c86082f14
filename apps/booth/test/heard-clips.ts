import type { Page } from 'playwright-core';

/** One clip that the page began to play. */
export interface HeardClip {
  /** Without `voice-` and `.wav`. */
  readonly clip: string;
  /** Since the page was opened. */
  readonly atMs: number;
}

declare global {
  interface Window {
    heardClips: HeardClip[];
  }
}

/** Lets a test hear: notes every clip that a page begins to play, from its next load on. */
export async function listenToClips(page: Page): Promise<() => Promise<readonly HeardClip[]>> {
  await page.addInitScript(() => {
    window.heardClips = [];
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function playAndNote(this: HTMLMediaElement) {
      const file = this.dataset['clip'];
      if (file !== undefined)
        window.heardClips.push({
          clip: file.replace(/^voice-/, '').replace(/\.wav$/, ''),
          atMs: performance.now(),
        });
      return play.call(this);
    };
  });
  return () => page.evaluate(() => window.heardClips);
}

/** A WAV file of the given length in silence, 8 bits µ-law at 11,025 samples a second. */
export function silentWav(milliseconds: number): Uint8Array {
  const length = Math.round((11_025 * milliseconds) / 1000);
  const wav = Buffer.alloc(44 + length, 0xff);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(7, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(11_025, 24);
  wav.writeUInt32LE(11_025, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(length, 40);
  return wav;
}
