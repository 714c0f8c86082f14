/** `readonly` says nothing about what is on the wire. */
export type OnTheWire<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? OnTheWire<Item>[]
    : { -readonly [Key in keyof Value]: OnTheWire<Value[Key]> };

/**
 * Compiles only where what the station answers (`Given`, its own type as `OnTheWire`) is something that the page can read
 * (`Read`, the output of the page's schema): a changed answer is found by the compiler and not on election day.
 */
export type Fits<Given extends Read, Read> = Given;
