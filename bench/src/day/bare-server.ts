import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';

// The plainest server with the same database open: what Node and SQLite take before anybody programs anything.
const database = new DatabaseSync(process.argv[2] ?? '', { readOnly: true });
const count = database.prepare('SELECT count(*) AS slots, sum(length(content)) AS bytes FROM ballot_slot');
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(count.get()));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) console.log(`http://127.0.0.1:${address.port}/`);
});
