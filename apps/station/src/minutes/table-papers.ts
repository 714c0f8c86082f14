import { createHash } from 'node:crypto';
import {
  type ElectionDefinition,
  fingerprintSchema,
  type LogicTestRun,
  type LogicTestStanding,
  type MinutesRecord,
  type SelfTestResult,
} from '@bilik/election';
import {
  renderLogicTest,
  renderMandates,
  renderObjectionForm,
  renderObjections,
  renderSelfTest,
} from '@bilik/papers';
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
  /** Of the last logic and accuracy test; undefined while none was carried to its end. */
  readonly logicTest: () => Uint8Array | undefined;
}

const fingerprintOf = (content: unknown) =>
  fingerprintSchema.parse(createHash('sha256').update(JSON.stringify(content)).digest('hex'));

export function openTablePapers(parts: {
  readonly definition: ElectionDefinition;
  readonly codes: Pick<StationCodes, 'paper'>;
  readonly record: () => Pick<MinutesRecord, 'mandates' | 'objections'>;
  readonly selfTest: () => SelfTestResult | null;
  readonly logicTest: () => LogicTestStanding;
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
  const logicTest = renderedOnce((content: { readonly run: LogicTestRun; readonly runs: number }) => {
    const fingerprint = fingerprintOf({ paper: 'logic-and-accuracy', definition, ...content });
    const qrText = codes.paper('logic-and-accuracy', fingerprint);
    return renderLogicTest({ definition, ...content, fingerprint, qrText });
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
    logicTest() {
      const { runs } = parts.logicTest();
      const run = runs.at(-1);
      return run === undefined ? undefined : logicTest({ run, runs: runs.length });
    },
  };
}
