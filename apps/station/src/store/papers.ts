import type { DatabaseSync } from 'node:sqlite';
import type { z } from 'zod';

/** Named texts that people write once and may correct: fields of the minutes, hand counts, trustees' shares. Never about a voter or a ballot. */
export interface Papers {
  readonly get: <Schema extends z.ZodType>(name: string, schema: Schema) => z.output<Schema> | undefined;
  /** Call inside a write of the store. */
  readonly put: (name: string, content: unknown) => void;
}

export function openPapers(database: DatabaseSync): Papers {
  const read = database.prepare('SELECT content FROM paper WHERE name = ?');
  const write = database.prepare(
    'INSERT INTO paper VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET content = excluded.content',
  );
  return {
    get(name, schema) {
      const content = read.get(name)?.['content'];
      return content === undefined ? undefined : schema.parse(JSON.parse(String(content)));
    },
    put(name, content) {
      write.run(name, JSON.stringify(content));
    },
  };
}
