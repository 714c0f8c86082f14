import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { parentPort } from 'node:worker_threads';
import { listAt, numberAt, textAt } from '../run/answer-fields.ts';

// The plain way to search, behind the plainest door: one SQL statement that scans all rows, once for every query.
const SHOWN_ROWS = 20;

const database = new DatabaseSync(':memory:');
database.exec('CREATE TABLE voter (number INTEGER PRIMARY KEY, name TEXT, nik TEXT, content TEXT) STRICT');

function fill(rows: readonly unknown[]): void {
  const insert = database.prepare('INSERT INTO voter VALUES (?, ?, ?, ?)');
  for (const row of rows) {
    insert.run(numberAt(row, 'number'), textAt(row, 'name'), textAt(row, 'nik'), textAt(row, 'content'));
  }
}

const scan = database.prepare(
  "SELECT content FROM voter WHERE name LIKE '%' || ?1 || '%' OR CAST(number AS TEXT) = ?1 OR nik = ?1 ORDER BY number",
);

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const found = scan.all(textAt(JSON.parse(Buffer.concat(pieces).toString('utf8')), 'query'));
    const rows: unknown[] = found.slice(0, SHOWN_ROWS).map((row) => JSON.parse(textAt(row, 'content')));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, value: { total: found.length, rows } }));
  });
});

parentPort?.on('message', (message: unknown) => {
  if (message === 'stop') {
    server.closeAllConnections();
    server.close(() => process.exit(0));
    return;
  }
  fill(listAt(message));
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the scan has no port');
    parentPort?.postMessage(`http://127.0.0.1:${address.port}`);
  });
});
