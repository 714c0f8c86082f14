import type { ComponentChildren } from 'preact';

/** Eight words, large enough to be read aloud across a table, and the whole fingerprint below. */
export function Spoken(props: {
  readonly label: string;
  readonly spoken: { readonly words: readonly string[]; readonly hex: string };
  readonly children?: ComponentChildren;
}) {
  const { label, spoken } = props;
  return (
    <section class="spoken" aria-label={label}>
      <p>
        <strong>{label}</strong>
      </p>
      <ol class="spoken__words">
        {spoken.words.map((word, index) => (
          // a word may stand twice; its place is what it is
          <li key={`${index}-${word}`}>{word}</li>
        ))}
      </ol>
      <code class="spoken__hex">{spoken.hex.match(/.{1,4}/g)?.join(' ')}</code>
      {props.children}
    </section>
  );
}
