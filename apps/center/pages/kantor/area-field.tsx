import { Field } from '@bilik/ui/field';
import { useLanguage } from '@bilik/ui/language';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
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
  // before the names are there, nothing can be held against them
  const isMissing = value !== '' && offered.length > 0 && !isKnown;
  const [isTried, setTried] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const toChoose = words(language, 'office.area.choose');
  // a form with a name that is nobody's is not sent: the center could only say that it cannot be read
  useEffect(() => {
    place.current?.querySelector('input')?.setCustomValidity(isMissing ? toChoose : '');
  }, [isMissing, toChoose]);
  return (
    <div class="stack stack--tight" ref={place} onInvalidCapture={() => setTried(true)}>
      <Field
        label={label}
        hint={props.hint ?? words(language, 'office.area.hint')}
        value={value}
        onInput={(text) => onInput(codeOf(text, offered, areas))}
        maxLength={100}
        optional={optional}
        readOnly={readOnly}
        list={listId}
        error={isTried && isMissing ? toChoose : undefined}
      />
      <datalist id={listId}>
        {offered.map((area) => (
          <option key={area.code} value={area.code} label={labelOf(area, areas)} />
        ))}
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

interface NamedArea {
  readonly code: string;
  readonly name: string;
}

/** As it stands in the list: with the area that it lies in. */
function labelOf({ code, name }: NamedArea, areas: readonly NamedArea[]): string {
  const within = areas.find((area) => area.code === code.slice(0, code.lastIndexOf('.')));
  return within === undefined ? name : `${name}, ${within.name}`;
}

/** What was typed or chosen as a code: a name, or a label, that one area alone has is that area’s. */
function codeOf(text: string, offered: readonly NamedArea[], areas: readonly NamedArea[]): string {
  const typed = text.trim().toLowerCase();
  const meant = offered.filter((area) =>
    [area.name, labelOf(area, areas)].some((name) => name.toLowerCase() === typed),
  );
  const [only, ...others] = meant;
  return only !== undefined && others.length === 0 ? only.code : text.trim();
}
