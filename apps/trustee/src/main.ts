import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Five devices of an exercise start side by side on two cores: what was compiled once is kept, and halves their start.
enableCompileCache(join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'bilik'));
const { runTrustee } = await import('./trustee-command.ts');
await runTrustee(process.argv.slice(2));
