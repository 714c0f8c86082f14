import { makeShareInputs, makeThresholdParameters } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { expect, test } from 'vitest';
import { CEREMONY, NAMES } from '../test/ceremony-run.ts';
import { openTestDevice, PASSPHRASE, testRandom } from '../test/device.ts';
import { openPlace } from '../test/polling-place.ts';
import { at, succeeded } from '../test/succeeded.ts';
import { copiedHome, temporaryHome } from '../test/temporary-home.ts';
import type { Answer } from './api/refusal.ts';
import type { StorageAct } from './store/durable-file.ts';
import type { TrusteeDevice } from './trustee-device.ts';

/** One step of a trustee: what it hands out, as text. */
interface TrusteeStep {
  readonly name: string;
  readonly run: (device: TrusteeDevice) => Promise<Answer<unknown>>;
  /** Asks for what was handed out once more; without it the step itself again. */
  readonly recall?: (device: TrusteeDevice) => Answer<unknown>;
}

class PowerCut extends Error {}

/** Does a step on a copy of a home with the power cut before the given act; tells whether the step was through before. */
async function runWithCut(step: TrusteeStep, home: string, cutAt: number, log: string[]): Promise<boolean> {
  let acts = 0;
  const device = openTestDevice({
    name: `before the cut ${cutAt}`,
    home,
    storageHook(act: StorageAct, fileName: string) {
      acts += 1;
      if (acts === cutAt) {
        log.push(`${step.name}: ${act} ${fileName}`);
        throw new PowerCut();
      }
    },
  });
  try {
    succeeded(await step.run(device));
    return true;
  } catch (error) {
    if (error instanceof PowerCut) return false;
    throw error;
  }
}

test('the power is cut before every act on the disk in every step: the step is done once, and goes on', async () => {
  const group = nativeGroup();
  const [sari, budi] = NAMES;
  const home = temporaryHome();
  const open = () =>
    openTestDevice({ name: 'resumed', home, random: testRandom(`resumed ${Math.random()}`) });
  const other = openTestDevice({ name: 'the other trustee' });
  const passphrase = PASSPHRASE;
  const cuts: string[] = [];

  /** Cuts the step everywhere, on copies; then does it once on the home itself. */
  const prove = async (step: TrusteeStep) => {
    for (let cutAt = 1; ; cutAt += 1) {
      const copy = copiedHome(home);
      const isThrough = await runWithCut(step, copy, cutAt, cuts);
      if (isThrough) break;
      const reopen = () => openTestDevice({ name: `after the cut ${cutAt} ${Math.random()}`, home: copy });
      const first = succeeded(await step.run(reopen()));
      const second = succeeded(await (step.recall ?? step.run)(reopen()));
      expect(second, `${step.name}, cut ${cutAt}`).toEqual(first);
    }
    return succeeded(await step.run(open()));
  };

  await prove({
    name: 'start',
    run: (device) => device.start({ ceremony: CEREMONY, name: sari, passphrase }),
  });
  succeeded(await other.start({ ceremony: CEREMONY, name: budi, passphrase }));
  const certificates = [open(), other].map((device) => device.ceremony.file()?.certificate ?? '');
  const deal = { certificates, threshold: 2, passphrase };
  await prove({ name: 'deal', run: (device) => device.ceremony.deal(deal) });
  const polynomials = [
    open().ceremony.file()?.polynomial?.message ?? '',
    succeeded(await other.ceremony.deal(deal)).polynomial,
  ];
  const inputs = succeeded(makeShareInputs({ group, certificates, polynomials }));
  await prove({
    name: 'receive',
    run: (device) => device.ceremony.receive({ shareInput: at(inputs, 0), passphrase }),
  });
  const shareOutputs = [
    open().ceremony.file()?.share?.output ?? '',
    succeeded(await other.ceremony.receive({ shareInput: at(inputs, 1), passphrase })).shareOutput,
  ];
  const outcome = succeeded(makeThresholdParameters({ group, certificates, polynomials, shareOutputs }));
  const { parameters } = outcome;
  const decryptionKey = at(outcome.decryptionKeys, 0);
  await prove({
    name: 'finish',
    run: (device) => device.ceremony.finish({ parameters, decryptionKey, passphrase }),
  });

  const place = openPlace({ trusteesText: open().trusteesText() ?? '' });
  await prove({
    name: 'bind',
    run: async ({ electionRoom }) => {
      const bound = electionRoom.bind({ election: place.election.text, trustees: place.trusteesText });
      return bound.ok ? { ok: true, value: bound.value.owner } : bound;
    },
  });
  const give = async ({ opening }: TrusteeDevice, ballots: readonly string[]) => {
    succeeded(await opening.receive('record', [place.seal(ballots)]));
    succeeded(await opening.receive('void-list', [Buffer.from(place.voidList())]));
    return opening.check();
  };
  await prove({
    name: 'open',
    run: async (device) => {
      succeeded(await give(device, []));
      return device.opening.share({ passphrase, ballotCount: 0 });
    },
    recall: (device) => device.opening.ownShare(),
  });

  const ballot = place.vote(0, 1);
  // A cut never makes a device forget that it has refused a second list.
  for (let cutAt = 1; cutAt <= 6; cutAt += 1) {
    const copy = copiedHome(home);
    let acts = 0;
    const device = openTestDevice({
      name: `second list ${cutAt}`,
      home: copy,
      storageHook() {
        acts += 1;
        if (acts === cutAt) throw new PowerCut();
      },
    });
    await expect(give(device, [ballot])).rejects.toThrow(PowerCut);
    const refused = await give(openTestDevice({ name: 'reopened', home: copy }), [ballot]);
    expect(refused).toMatchObject({ ok: false, error: { type: 'second-ballot-list' } });
  }

  const perStep = new Map<string, number>();
  for (const cut of cuts) {
    const step = cut.slice(0, cut.indexOf(':'));
    perStep.set(step, (perStep.get(step) ?? 0) + 1);
  }
  console.log(`power cuts, by step: ${JSON.stringify(Object.fromEntries(perStep))}`);
  // Six acts for each whole file; every step but the first and the binding counts the passphrase before and after.
  expect(Object.fromEntries(perStep)).toEqual({
    start: 6,
    deal: 18,
    receive: 18,
    finish: 18,
    bind: 6,
    open: 18,
  });
});
