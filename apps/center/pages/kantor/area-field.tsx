import { Field } from '@bilik/ui/field';
import { useLanguage } from '@bilik/ui/language';
import { useId } from 'preact/hooks';
import { useOfficeNames } from './office-names.tsx';
import { officeWords as words } from './office-words.ts';

/** The levels of an area by the length of its code. */
const LEVELS = { 2: 'province', 5: 'regency', 8: 'sub-district', 13: 'village' } as const;

function levelOf(code: string): (typeof LEVELS)[keyof typeof LEVELS] | undefined {
  return LEVELS[code.length as keyof typeof LEVELS];
}

/** An area to be chosen: by a part of its name or by its code; below stands which one it is. */
export function AreaField(props: {
  readonly label: string;
  /** Its code. */
  readonly value: string;
  readonly onInput: (code: string) => void;
  /** Villages alone; left out: areas of every level. */
  readonly villagesOnly?: boolean;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly readOnly?: boolean;
}) {
  const { label, value, onInput, villagesOnly = false, optional, readOnly } = props;
  const language = useLanguage();
  const listId = useId();
  const { areas, areaText } = useOfficeNames();
  const offered = areas.filter(({ code }) => !villagesOnly || levelOf(code) === 'village');
  const level = levelOf(value);
  const isKnown = offered.some(({ code }) => code === value);
  return (
    <div class="stack stack--tight">
      <Field
        label={label}
        hint={props.hint ?? words(language, 'office.area.hint')}
        value={value}
        onInput={(text) => onInput(codeOf(text, offered))}
        maxLength={100}
        optional={optional}
        readOnly={readOnly}
        list={listId}
      />
      <datalist id={listId}>
        {offered.map(({ code, name }) => {
          const within = areas.find((area) => area.code === code.slice(0, code.lastIndexOf('.')));
          return (
            <option key={code} value={code} label={within === undefined ? name : `${name}, ${within.name}`} />
          );
        })}
      </datalist>
      {isKnown && level !== undefined && (
        <output>
          {words(language, 'office.area.chosen', {
            name: areaText(value),
            level: words(language, `office.area.level.${level}`),
          })}
        </output>
      )}
    </div>
  );
}

/** What was typed or chosen as a code: a name that one area alone has is that area’s. */
function codeOf(text: string, offered: readonly { readonly code: string; readonly name: string }[]): string {
  const typed = text.trim();
  const named = offered.filter(({ name }) => name.toLowerCase() === typed.toLowerCase());
  const [only, ...others] = named;
  return only !== undefined && others.length === 0 ? only.code : typed;
}
