import type { TestCenter } from '../test-center.ts';

/** How one act is called when everything is as it should be. */
export interface ActExample {
  /** @param area of the role that calls @returns an input that names things of the small regency */
  readonly input: (center: TestCenter, area: string) => object | Promise<object>;
  readonly isPaper?: true;
  /** `own`: no answer to another regency may name an area of this one. `public`: what everybody may read. */
  readonly seesOnly: 'own' | 'public';
}

export type ActExamples<Name extends string> = Readonly<Record<Name, ActExample>>;
