import './slider.css';
import { useId } from 'preact/hooks';

/** A number that is moved: native range with its label and its value, also by arrow keys. */
export function Slider(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly unit?: string;
  readonly onMove: (value: number) => void;
}) {
  const id = useId();
  const { label, value, min, max, step = 1, unit = '', onMove } = props;
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <output for={id}>
        {value}
        {unit}
      </output>
      <input
        id={id}
        type="range"
        value={value}
        min={min}
        max={max}
        step={step}
        onInput={({ currentTarget }) => onMove(Number(currentTarget.value))}
      />
    </div>
  );
}

/** Sliders that are alike: each moves one number of a draft. */
export function SliderRows<Name extends string>(props: {
  readonly rows: readonly {
    readonly name: Name;
    readonly label: string;
    readonly min: number;
    readonly max: number;
    readonly step?: number;
    readonly unit?: string;
  }[];
  readonly draft: Readonly<Record<Name, number>>;
  readonly onMove: (name: Name, value: number) => void;
}) {
  const { rows, draft, onMove } = props;
  return (
    <div class="modes__limits">
      {rows.map(({ name, ...slider }) => (
        <Slider key={name} {...slider} value={draft[name]} onMove={(value) => onMove(name, value)} />
      ))}
    </div>
  );
}
