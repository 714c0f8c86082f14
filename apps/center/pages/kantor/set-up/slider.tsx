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
