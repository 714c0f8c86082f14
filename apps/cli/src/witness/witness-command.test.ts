import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteSigner, writeNoteKey } from '@bilik/publication';
import { afterAll, expect, test, vi } from 'vitest';
import { witnessCommand } from './witness-command.ts';

const home = mkdtempSync(join(tmpdir(), 'bilik-witness-port-'));
afterAll(() => rmSync(home, { recursive: true }));

test('a port that another program has is said, and nothing is witnessed', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const log = writeNoteKey(noteSigner('pilkades.example/log', 'note', new Uint8Array(32).fill(5)));
    const words = ['--home', home, '--name', 'kampus.example/saksi', '--log', log, '--port', String(port)];
    expect(await witnessCommand(words)).toBe(1);
    expect(error.mock.calls.flat().join()).toContain(`Port ${port} cannot be opened`);
  } finally {
    error.mockRestore();
    other.close();
  }
});
