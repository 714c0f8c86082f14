import { processFlags } from '@bilik/server';
import { startBooth } from './booth-server.ts';

const USAGE = `booth --home DIR [--port 4102] [--host 127.0.0.1]
  Satu bilik: halamannya dan pencetaknya. / One booth: its page and its printer.
  --home  folder perangkat ini, dengan device.json dan booth.json / this device's folder, with device.json and booth.json
  --port  kiosknya membuka 4102 / its kiosk opens 4102`;

const values = processFlags(USAGE, {
  home: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '4102' },
});
if (values.home === undefined) {
  console.error(USAGE);
  process.exit(2);
}
const started = await startBooth({
  home: values.home,
  host: values.host,
  port: Number(values.port),
  onBroken: (error, route) => console.error(`booth: ${route}: ${error.stack ?? error.message}`),
});
if (!started.ok) {
  console.error(`Bilik ini tidak dibuka. / This booth was not opened.\n${started.error}`);
  process.exit(1);
}
const server = started.value;
console.log(`booth ready ${server.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.stop().then(() => process.exit(0)));
}
