import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a page asks to be one file: `<html data-single-file="name.html">`. @returns undefined for pages that a server serves */
export function singleFileName(indexText) {
  return /<html[^>]*\sdata-single-file="([a-z0-9-]+\.html)"/.exec(indexText)?.[1];
}

/** What more the page's policy allows: `<html data-single-file-allows="worker-src blob:">`. @returns one directive each */
function allowedDirectives(indexText) {
  const [, given] = /<html[^>]*\sdata-single-file-allows="([^"]*)"/.exec(indexText) ?? [];
  return given === undefined ? [] : given.split(';').map((directive) => directive.trim());
}

const TYPES = { woff2: 'font/woff2', svg: 'image/svg+xml', png: 'image/png' };

const asDataAddress = (folder, name) =>
  `data:${TYPES[name.split('.').at(-1)]};base64,${readFileSync(join(folder, name)).toString('base64')}`;

const policyHash = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/**
 * Puts a built page with its scripts, styles, typeface and icon into one file that works from a disk, and takes the rest away. Its policy
 * lets nothing run but these very bytes, and lets nothing be asked of any network.
 */
export function makeSingleFile(folder, fileName) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const linked = (pattern) =>
    [...html.matchAll(pattern)].map(([, name]) => readFileSync(join(folder, name), 'utf8'));
  const scripts = linked(/<script[^>]*\ssrc="\.\/([^"]+)"[^>]*><\/script>/g).map((text) =>
    // a string in a script must not end the script
    text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--'),
  );
  const styles = linked(/<link[^>]*rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g).map((text) =>
    text.replace(
      /url\(\.\/([^)]+)\)/g,
      (_whole, name) => `url(${asDataAddress(join(folder, 'assets'), name)})`,
    ),
  );
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(policyHash).join(' ')}`,
    `style-src ${styles.map(policyHash).join(' ')}`,
    'font-src data:',
    'img-src data: blob:',
    'media-src blob:',
    ...allowedDirectives(html),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = [
    '<meta charset="utf-8" />',
    `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    '<meta name="referrer" content="no-referrer" />',
    /<title>[^<]*<\/title>/.exec(html)?.[0] ?? '',
    `<link rel="icon" href="${asDataAddress(folder, 'assets/icon.svg')}" />`,
    ...styles.map((text) => `<style>${text}</style>`),
  ];
  const body = ['<div id="app"></div>', ...scripts.map((text) => `<script type="module">${text}</script>`)];
  const root = /<html[^>]*>/.exec(html)?.[0] ?? '<html>';
  const page = `<!doctype html>\n${root}\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body.join('\n')}\n</body>\n</html>\n`;
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, fileName), page);
}

/** Names everything by which a single file could ask for something beside itself. */
export function findOutside(page) {
  const addresses = [
    ...page.matchAll(/<(?:script|link|img|iframe|video|source)[^>]*\s(?:src|href)="(?!data:)([^"]*)"/g),
    ...page.matchAll(/url\(\s*["']?(?!data:)([^"')]+)/g),
  ].map(([, address]) => `asks for ${address}`);
  const policy = /http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/.test(
    page,
  );
  return policy ? addresses : [...addresses, 'has no policy'];
}
