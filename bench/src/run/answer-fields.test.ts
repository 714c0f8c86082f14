import { expect, test } from 'vitest';
import { listAt, numberAt, textAt, valueAt } from './answer-fields.ts';

const answer: unknown = JSON.parse('{"rows":[{"name":"Sari","number":7}],"none":null}');

test('values are read by their path', () => {
  expect(textAt(answer, 'rows', 0, 'name')).toBe('Sari');
  expect(numberAt(answer, 'rows', 0, 'number')).toBe(7);
  expect(listAt(answer, 'rows')).toHaveLength(1);
  expect(valueAt(answer, 'none')).toBeNull();
});

test('a missing step and a wrong kind are named by their path', () => {
  expect(() => valueAt(answer, 'rows', 1, 'name')).toThrow('no rows.1');
  expect(() => valueAt(answer, 'none', 'deeper')).toThrow('no none.deeper');
  expect(() => valueAt(answer, 'toString')).toThrow('no toString');
  expect(() => textAt(answer, 'rows', 0, 'number')).toThrow('rows.0.number is no text');
  expect(() => numberAt(answer, 'rows', 0, 'name')).toThrow('rows.0.name is no number');
  expect(() => listAt('text')).toThrow('an answer is no list');
});
