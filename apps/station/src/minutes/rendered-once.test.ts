import { expect, test } from 'vitest';
import { renderedOnce } from './rendered-once.ts';

test('the same content is rendered once, other content anew', () => {
  const rendered: string[] = [];
  const render = renderedOnce(({ text }: { readonly text: string }) => {
    rendered.push(text);
    return new TextEncoder().encode(text);
  });
  const papers = ['a', 'a', 'b', 'b', 'a'].map((text) => new TextDecoder().decode(render({ text })));
  expect(papers).toEqual(['a', 'a', 'b', 'b', 'a']);
  expect(rendered).toEqual(['a', 'b', 'a']);
});
