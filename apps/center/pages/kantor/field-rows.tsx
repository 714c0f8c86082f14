import { Field, type FieldProps } from '@bilik/ui/field';

/** One row of a form: which value of the draft it holds, and how it looks. */
export type FieldRow<Draft> = Omit<FieldProps, 'value' | 'onInput'> & { readonly name: keyof Draft & string };

/** Rows of a form that are alike: each is a labelled entry for one text of a draft. */
export function FieldRows<Draft extends { readonly [Name in keyof Draft]: string }>(props: {
  readonly rows: readonly FieldRow<Draft>[];
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}) {
  const { rows, draft, onDraft } = props;
  return (
    <>
      {rows.map(({ name, ...field }) => (
        <Field
          key={name}
          {...field}
          value={draft[name]}
          onInput={(text) => onDraft({ ...draft, [name]: text })}
        />
      ))}
    </>
  );
}
