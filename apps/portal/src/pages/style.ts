import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The colours of every screen of ours: the first block of the tokens, without the typeface's file, which would be the largest part of a page. */
function rootTokens(): string {
  const file = fileURLToPath(import.meta.resolve('@bilik/ui/tokens.css'));
  const block = /:root \{([^}]*)\}/.exec(readFileSync(file, 'utf8'))?.[1];
  if (block === undefined) throw new Error('The tokens have no :root');
  return block;
}

/** Tokens that these pages use; the others would only be weight. */
const USED = [
  '--paper',
  '--sheet',
  '--ink',
  '--ink-soft',
  '--line',
  '--accent',
  '--accent-wash',
  '--exercise',
  '--on-exercise',
  '--typeface',
  '--warn',
  '--warn-wash',
];

const tokens = rootTokens()
  .split(';')
  .map((line) => line.replace(/\/\*.*?\*\//gs, '').trim())
  .filter((line) => USED.some((name) => line.startsWith(`${name}:`)))
  .join(';');

const RULES = `
*{box-sizing:border-box}
html{font:1.125rem/1.5 var(--typeface);color:var(--ink);background:var(--paper);font-variant-numeric:tabular-nums}
body{margin:0 auto;max-width:60rem;padding:0 1rem 3rem}
header .latihan{flex:1 0 100%;max-width:none;background:var(--exercise);color:var(--on-exercise);font-weight:700;text-align:center;padding:.4rem 1rem;margin:-.8rem -1rem .3rem}
header,footer{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:.8rem 0}
header{border-bottom:.1rem solid var(--line);justify-content:space-between}
footer{border-top:.1rem solid var(--line);margin-top:3rem;color:var(--ink-soft);font-size:.95rem}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,input:focus-visible{outline:.2rem solid var(--accent);outline-offset:.15rem}
h1{font-size:1.7rem;line-height:1.2;margin:1.2rem 0 .3rem}
h2{font-size:1.2rem;margin:2rem 0 .5rem}
p{margin:.4rem 0;max-width:45rem}
.soft{color:var(--ink-soft)}
.state{font-weight:700}
.warn{background:var(--warn-wash);color:var(--warn);border-left:.3rem solid;padding:.5rem .8rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;background:var(--sheet);margin:.4rem 0 1rem}
.move{display:none}
.stage{font-weight:400;color:var(--ink-soft)}
caption{text-align:left;font-weight:700;padding:.4rem 0}
th,td{text-align:left;padding:.35rem .8rem .35rem .4rem;border-bottom:.1rem solid var(--line);vertical-align:top}
.n{text-align:right}td.n{white-space:nowrap}
tfoot th,tfoot td{font-weight:700;border-top:.15rem solid}
td img{width:3.6rem;height:auto;display:block;border-radius:.3rem}
.photo{max-width:100%;height:auto;border:.1rem solid var(--line)}
.qr{width:16rem;max-width:100%;height:auto;background:#fff;display:block}
code{font-size:.85rem;overflow-wrap:anywhere}
ul.v{columns:14rem;list-style:none;padding:0;margin:.3rem 0}
li{margin:.2rem 0}
ul.v li{break-inside:avoid;padding:.15rem 0;margin:0}
label{display:block;font-weight:700}
input{display:block;margin:.2rem 0 .6rem;font:inherit;padding:.5rem;width:100%;max-width:30rem;border:.1rem solid var(--ink-soft);border-radius:.3rem;background:var(--sheet);color:inherit}
[hidden]{display:none}
@media (max-width:30em){html{font-size:1rem}th,td{padding-right:.4rem}}
@media (max-width:36em){.move{display:block}.first th:first-child{position:sticky;left:0;background:var(--sheet);border-right:.1rem solid var(--line)}}
@media print{header a,footer,.noprint{display:none}body{max-width:none}html{font-size:11pt;background:#fff}.latihan{border:.1rem solid}}
`;

/** All styles of a page, in one piece that its policy names by hash. */
export const PAGE_STYLE: string = `:root{${tokens}}${RULES.replaceAll('\n', '')}`;
