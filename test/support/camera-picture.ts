import { writeFileSync } from 'node:fs';
import encodeQR from 'qr';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 4;
/** Grey of a table in a dim hall, and of white paper on it. */
const TABLE = 120;
const PAPER = 225;
const INK = 35;

/** Writes what a camera sees when a card's code is held before it, as a raw video (YUV4MPEG2) that Chromium plays as its camera. */
export function writeCameraPicture(path: string, text: string): void {
  const modules = encodeQR(text, 'raw', { border: 4 });
  const scale = Math.floor((HEIGHT * 0.7) / modules.length);
  const left = Math.floor((WIDTH - modules.length * scale) / 2);
  const top = Math.floor((HEIGHT - modules.length * scale) / 2);
  const luma = Buffer.alloc(WIDTH * HEIGHT, TABLE);
  modules.forEach((row, y) => {
    row.forEach((isInk, x) => {
      for (let line = 0; line < scale; line += 1) {
        const start = (top + y * scale + line) * WIDTH + left + x * scale;
        luma.fill(isInk ? INK : PAPER, start, start + scale);
      }
    });
  });
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, colours]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(path, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
}
