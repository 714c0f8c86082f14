// Imports run downwards only (docs/decisions/0001-rooms.md). Exits 1 and names each import that does not.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What each package may import of ours. Apps may import any package; nobody imports an app. */
const ALLOWED = {
  ballot: [],
  election: [],
  audit: [],
  words: [],
  devices: [],
  server: [],
  // the screens that check a signed code stand here once, for the station's handout and for the portal
  ui: ['words', 'transfer'],
  intake: ['election'],
  papers: ['election', 'words'],
  transfer: ['ballot', 'election'],
  publication: ['election'],
  tabulation: ['election'],
  voters: ['election'],
  preparation: ['election'],
};
/** Packages that must also run in a browser: no Node module outside the named folder. */
const PURE = {
  ballot: ['native'],
  election: [],
  audit: [],
  words: [],
  ui: [],
  publication: [],
  tabulation: [],
  voters: [],
  preparation: [],
};

function sources(folder) {
  return readdirSync(folder).flatMap((name) => {
    if (name === 'node_modules' || name === 'dist') return [];
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.(ts|tsx|mjs)$/.test(name) ? [path] : [];
  });
}

const problems = [];
for (const kind of ['packages', 'apps', 'bench']) {
  for (const file of sources(join(root, kind))) {
    const place = relative(root, file).split(/[\\/]/);
    const home = kind === 'bench' ? 'bench' : place.slice(0, 2).join('/');
    const isTest = /\.(test|prop\.test)\.tsx?$/.test(file) || place.includes('test');
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(
      /(?:^|\s|;)(?:import|export)\s*(?:type\s)?(?:[^'";]*?\sfrom\s*)?\(?\s*['"]([^'"]+)['"]/g,
    )) {
      const say = (why) => problems.push(`${relative(root, file)}: imports '${specifier}': ${why}`);
      const ours = /^@bilik\/([a-z]+)/.exec(specifier)?.[1];
      if (ours !== undefined) {
        const target = statSync(join(root, 'apps', ours), { throwIfNoEntry: false }) ? 'app' : 'package';
        const self = place[1] === ours;
        if (target === 'app' && kind !== 'bench' && !self) say('two apps meet only as processes and files');
        if (kind === 'packages' && !self && !isTest && !ALLOWED[place[1]]?.includes(ours)) {
          say(`packages/${place[1]} may import only: ${ALLOWED[place[1]]?.join(', ') || 'nothing of ours'}`);
        }
      } else if (specifier.startsWith('.')) {
        const reached = relative(root, resolve(dirname(file), specifier)).split(/[\\/]/);
        const reachedHome = kind === 'bench' ? reached[0] : reached.slice(0, 2).join('/');
        if (reachedHome !== home) say('a relative import may not leave its package');
      } else if (specifier.startsWith('node:') && kind === 'packages' && !isTest) {
        const free = PURE[place[1]];
        if (free !== undefined && !free.includes(place[3])) say('this package must run in a browser too');
      }
    }
  }
}
for (const problem of problems) console.error(problem);
console.log(
  `imports: ${problems.length === 0 ? 'all run downwards' : `${problems.length} do not run downwards`}`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
