import { portableGroup, verifyBlob } from '../../src/verify/browser/index.ts';

/** Verifies the record whose name stands in the address, and writes the report on the page. */
async function showReport(): Promise<void> {
  const record = await fetch(`./${location.hash.slice(1)}`).then((response) => response.blob());
  const progress: number[] = [];
  const started = performance.now();
  const { report } = await verifyBlob(record, {
    onProgress: ({ ballotsChecked }) => progress.push(ballotsChecked),
  });
  const wallMs = performance.now() - started;
  const engine = portableGroup().engine.name;
  const element = document.querySelector('#report');
  if (element !== null) element.textContent = JSON.stringify({ report, progress, engine, wallMs });
}

await showReport();
