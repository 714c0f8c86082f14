import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';

// The plainest thing that keeps what it is told on two media: one HTTP server, two databases, each write synced on both, no rule and no secrecy.
// Its databases are given to it: copies of a station's, so that it has as much open.
const media = process.argv.slice(2).map((path) => {
  const database = new DatabaseSync(path);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) database.exec(`PRAGMA ${pragma}`);
  database.exec('CREATE TABLE kept (id INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT');
  database.prepare('INSERT INTO kept VALUES (1, ?)').run(Buffer.alloc(1));
  return database.prepare('UPDATE kept SET content = ? WHERE id = 1');
});

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const content = Buffer.concat(pieces);
    for (const overwrite of media) overwrite.run(content);
    response.setHeader('content-type', 'application/json');
    response.end('{"ok":true,"value":null}');
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) console.log(`http://127.0.0.1:${address.port}/`);
});
