import { createHash } from 'node:crypto';
import {
  type ElectionDefinition,
  fingerprintSchema,
  type MinutesRecord,
  type SelfTestResult,
} from '@bilik/election';
import { renderMandates, renderObjectionForm, renderObjections, renderSelfTest } from '@bilik/papers';
import type { StationCodes } from '../outgoing/station-codes.ts';
import { renderedOnce } from './rendered-once.ts';

/** Papers that say what stands in the minutes, or wait to be filled in by hand. They are made anew from it each time: same content, same bytes. */
export interface TablePapers {
  readonly mandates: () => Uint8Array;
  readonly objections: () => Uint8Array;
  /** Empty, for a witness to write on. */
  readonly objectionForm: () => Uint8Array;
  /** Undefined while no self-test was run. */
  readonly selfTest: () => Uint8Array | undefined;
}

const fingerprintOf = (content: unknown) =>
  fingerprintSchema.parse(createHash('sha256').update(JSON.stringify(content)).digest('hex'));

export function openTablePapers(parts: {
  readonly definition: ElectionDefinition;
  readonly codes: Pick<StationCodes, 'paper'>;
  readonly record: () => Pick<MinutesRecord, 'mandates' | 'objections'>;
  readonly selfTest: () => SelfTestResult | null;
}): TablePapers {
  const { definition, codes } = parts;
  const mandates = renderedOnce((content: Pick<MinutesRecord, 'mandates'>) => {
    const fingerprint = fingerprintOf({ paper: 'mandates', definition, ...content });
    const qrText = codes.paper('mandates', fingerprint);
    return renderMandates({ definition, ...content, fingerprint, qrText });
  });
  const objections = renderedOnce((content: Pick<MinutesRecord, 'objections'>) => {
    const fingerprint = fingerprintOf({ paper: 'objections', definition, ...content });
    const qrText = codes.paper('objections', fingerprint);
    return renderObjections({ definition, ...content, fingerprint, qrText });
  });
  const selfTest = renderedOnce((result: SelfTestResult) => {
    const fingerprint = fingerprintOf({ paper: 'self-test', definition, result });
    return renderSelfTest({ definition, result, fingerprint, qrText: codes.paper('self-test', fingerprint) });
  });
  const form = renderedOnce((content: ElectionDefinition) => renderObjectionForm({ definition: content }));
  return {
    mandates: () => mandates({ mandates: parts.record().mandates }),
    objections: () => objections({ objections: parts.record().objections }),
    objectionForm: () => form(definition),
    selfTest() {
      const result = parts.selfTest();
      return result === null ? undefined : selfTest(result);
    },
  };
}
