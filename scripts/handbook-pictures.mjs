// `npm run handbook:pictures`: real screens of the last `npm run hall`, small enough to be committed, for the pages that name them.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { encode } from 'fast-png';

const ROOT = join(import.meta.dirname, '..');
const SCREENS = join(ROOT, 'artefacts', 'hall');
const HANDBOOK = join(ROOT, 'docs', 'handbook');
const WIDTH_PIXELS = 720;
const COLOURS = 40;
const LIMIT_BYTES = 60_000;

/** Red, green and blue to five bits each. */
const bucketOf = (red, green, blue) => ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);

/** The commonest colours of a picture; a screen of ours has few. */
function commonColours(pixels) {
  const buckets = new Map();
  for (let at = 0; at < pixels.length; at += 4) {
    const key = bucketOf(pixels[at], pixels[at + 1], pixels[at + 2]);
    const bucket = buckets.get(key) ?? { count: 0, sum: [0, 0, 0] };
    bucket.count += 1;
    for (const part of [0, 1, 2]) bucket.sum[part] += pixels[at + part];
    buckets.set(key, bucket);
  }
  return [...buckets.values()]
    .sort((one, other) => other.count - one.count)
    .slice(0, COLOURS)
    .map(({ count, sum }) => sum.map((part) => Math.round(part / count)));
}

function nearest(colours, red, green, blue) {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, [r, g, b]] of colours.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

/** @returns PNG with a palette */
function shrink(png, [width, height]) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
  const {
    pixels,
    width: across,
    height: down,
  } = new Resvg(svg, {
    fitTo: { mode: 'width', value: WIDTH_PIXELS },
  }).render();
  const palette = commonColours(pixels);
  const known = new Map();
  const data = new Uint8Array(across * down);
  for (let at = 0; at < data.length; at += 1) {
    const [red, green, blue] = pixels.subarray(4 * at, 4 * at + 3);
    const key = (red << 16) | (green << 8) | blue;
    if (!known.has(key)) known.set(key, nearest(palette, red, green, blue));
    data[at] = known.get(key);
  }
  return encode(
    { width: across, height: down, data, depth: 8, channels: 1, palette },
    { zlib: { level: 9 } },
  );
}

const pages = [
  join(ROOT, 'README.md'),
  ...readdirSync(HANDBOOK).flatMap((file) => (file.endsWith('.md') ? [join(HANDBOOK, file)] : [])),
];
const names = new Set(
  pages.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/pictures\/([a-z0-9-]+)\.png\)/g)].map(([, name]) => name),
  ),
);
const PICTURES = join(HANDBOOK, 'pictures');
mkdirSync(PICTURES, { recursive: true });
for (const file of readdirSync(PICTURES)) {
  if (!names.has(file.replace(/\.png$/, ''))) rmSync(join(PICTURES, file));
}
for (const name of names) {
  const small = shrink(readFileSync(join(SCREENS, `${name}-1280.png`)), [1280, 800]);
  if (small.length > LIMIT_BYTES)
    throw new Error(`${name} has ${small.length} bytes, more than ${LIMIT_BYTES}`);
  writeFileSync(join(PICTURES, `${name}.png`), small);
  console.log(`${name}: ${small.length} bytes`);
}
