import { words } from './ceremony-wire.ts';

/** Eight words, large enough to be read aloud across a table, and the whole fingerprint below. */
export function SpokenWords(props: {
  readonly label: string;
  readonly spoken: { readonly words: readonly string[]; readonly hex: readonly string[] };
  readonly language: 'id' | 'en';
}) {
  const { label, spoken, language } = props;
  return (
    <section class="ceremony__spoken" aria-label={label}>
      <h3>{label}</h3>
      <ol class="ceremony__words">
        {spoken.words.map((word, index) => (
          // a word may stand twice; its place is what it is
          <li key={`${index}-${word}`}>{word}</li>
        ))}
      </ol>
      <details>
        <summary>{words(language, 'ceremony.hex')}</summary>
        <code>{spoken.hex.join(' ')}</code>
      </details>
    </section>
  );
}
