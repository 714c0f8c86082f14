import { makeShareInputs, parseTrustees, writeTrustees } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { CEREMONY, type CeremonyTable, NAMES, openParty, runCeremony } from '../../test/ceremony-run.ts';
import { openTestDevice, PASSPHRASE, testRandom } from '../../test/device.ts';
import { at, succeeded } from '../../test/succeeded.ts';
import { temporaryHome } from '../../test/temporary-home.ts';
import type { TrusteeDevice } from '../trustee-device.ts';

const group = nativeGroup();

test('three trustees of whom two suffice: each ends with a tested key that is in the common list', async () => {
  const party = openParty(3);
  const { parameters } = await runCeremony(party, 2);
  const trustees = succeeded(parseTrustees(group, writeTrustees(group, [{ kind: 'threshold', parameters }])));
  expect(trustees.owners.map(({ owner, name }) => [owner, name])).toEqual([
    [1, 'Ibu Sari'],
    [2, 'Pak Budi'],
    [3, 'Ibu Wayan'],
  ]);
  for (const device of party) {
    expect(device.state().step).toBe('key');
    expect(device.trusteesText()).toBe(trustees.text);
    expect(device.state().isUnlocked).toBe(false);
  }
});

describe('one device among two others whose messages are known', () => {
  let table: CeremonyTable;
  let other: CeremonyTable;
  /** A device in a home of its own that draws as the first trustee of the table drew, so that their messages fit it. */
  const openFirst = () => openTestDevice({ name: 'party Ibu Sari', home: temporaryHome() });
  const start = { ceremony: CEREMONY, name: at(NAMES, 0), passphrase: PASSPHRASE };

  beforeAll(async () => {
    table = await runCeremony(openParty(3), 2);
    other = await runCeremony(openParty(3, 'another party'), 2);
  });

  test('each step asked again gives the very same bytes, also after a restart and without a passphrase', async () => {
    const home = temporaryHome();
    const open = () =>
      openTestDevice({ name: 'Ibu Sari', home, random: testRandom(`again ${Math.random()}`) });
    const first = succeeded(await open().start(start));
    expect(succeeded(await open().start(start))).toEqual(first);
    const certificates = [first.certificate, ...table.certificates.slice(1)];
    const deal = { certificates, threshold: 2 };
    const dealt = succeeded(await open().ceremony.deal({ ...deal, passphrase: PASSPHRASE }));
    expect(succeeded(await open().ceremony.deal(deal))).toEqual(dealt);
  });

  test('a step done for one list, threshold or input is never done for another', async () => {
    const device = openFirst();
    await device.start(start);
    const { ceremony } = device;
    expect(await device.start({ ...start, ceremony: 'Pilkades Mawar' })).toMatchObject({
      error: { type: 'already-started', ceremony: CEREMONY, name: 'Ibu Sari' },
    });
    const { certificates } = table;
    succeeded(await ceremony.deal({ certificates, threshold: 2 }));
    const swapped = [at(certificates, 0), at(certificates, 2), at(certificates, 1)];
    expect(await ceremony.deal({ certificates: swapped, threshold: 2 })).toMatchObject({
      error: { type: 'step-fixed', changed: 'certificates' },
    });
    expect(await ceremony.deal({ certificates, threshold: 3 })).toMatchObject({
      error: { type: 'step-fixed', changed: 'threshold' },
    });
    succeeded(await ceremony.receive({ shareInput: at(table.shareInputs, 0) }));
    expect(await ceremony.receive({ shareInput: at(table.shareInputs, 1) })).toMatchObject({
      error: { type: 'step-fixed', changed: 'share-input' },
    });
  });

  test('steps out of order are refused by name', async () => {
    const { ceremony, start: begin } = openFirst();
    const { certificates, parameters } = table;
    const finish = { parameters, decryptionKey: at(table.decryptionKeys, 0) };
    const shareInput = at(table.shareInputs, 0);
    expect(await ceremony.deal({ certificates, threshold: 2 })).toMatchObject({
      error: { type: 'not-started' },
    });
    expect(await ceremony.receive({ shareInput })).toMatchObject({ error: { type: 'not-started' } });
    expect(await ceremony.finish(finish)).toMatchObject({ error: { type: 'not-started' } });
    await begin(start);
    expect(await ceremony.receive({ shareInput })).toMatchObject({
      error: { type: 'step-too-early', needed: 'polynomial' },
    });
    succeeded(await ceremony.deal({ certificates, threshold: 2 }));
    expect(await ceremony.finish(finish)).toMatchObject({
      error: { type: 'step-too-early', needed: 'share' },
    });
  });

  test.each([
    ['malformed', () => ['{}'], 1],
    ['signature-invalid', () => [at(table.certificates, 1).replace(/"response":"./, '"response":"1')], 1],
    ['repeated-certificate', () => [at(table.certificates, 1), at(table.certificates, 1)], 1],
  ])('a %s certificate is named by its place in the list', async (problem, others) => {
    const device = openFirst();
    const { certificate } = succeeded(await device.start(start));
    const dealt = await device.ceremony.deal({ certificates: [certificate, ...others()], threshold: 2 });
    expect(dealt).toMatchObject({ error: { type: 'message-wrong', problem } });
    expect(device.state().step).toBe('certificate');
  });

  test('a list without this device, and a threshold that one alone or too many would meet, are refused', async () => {
    const { ceremony, start: begin } = openFirst();
    await begin(start);
    const { certificates } = table;
    expect(await ceremony.deal({ certificates: certificates.slice(1), threshold: 2 })).toMatchObject({
      error: { type: 'own-certificate-missing' },
    });
    for (const threshold of [1, 4]) {
      expect(await ceremony.deal({ certificates, threshold })).toMatchObject({
        error: { type: 'threshold-out-of-range', least: 2, most: 3 },
      });
    }
  });

  test('inputs that were swapped, replayed from another ceremony or changed name the sender at fault', async () => {
    const { ceremony, start: begin } = openFirst();
    await begin(start);
    const { certificates, polynomials } = table;
    succeeded(await ceremony.deal({ certificates, threshold: 2 }));
    const inputWith = (changed: readonly string[]) => {
      const shareInputs = makeShareInputs({ group, certificates, polynomials: changed });
      return shareInputs.ok ? at(shareInputs.value, 0) : JSON.stringify(shareInputs.error);
    };
    const [own = '', second = '', third = ''] = polynomials;
    const ofOther = at(other.polynomials, 1);
    const refusals = [];
    // The dealt secrets of the second trustee for the third one.
    const input = JSON.parse(at(table.shareInputs, 0));
    const inputOfThird = JSON.parse(at(table.shareInputs, 2));
    const swapped = { ...input, secrets: [input.secrets[0], inputOfThird.secrets[1], input.secrets[2]] };
    for (const shareInput of [
      JSON.stringify(swapped),
      JSON.stringify({
        ...input,
        secrets: [input.secrets[0], JSON.parse(ofOther).secrets[0], input.secrets[2]],
      }),
      JSON.stringify({
        ...input,
        coefexps: [input.coefexps[0], JSON.parse(ofOther).coefexps, input.coefexps[2]],
      }),
      JSON.stringify({ ...input, polynomial: inputOfThird.polynomial }),
      '{}',
    ]) {
      const received = await ceremony.receive({ shareInput });
      refusals.push(received.ok ? 'accepted' : received.error);
    }
    expect(refusals).toEqual([
      { type: 'message-wrong', trustee: 2, problem: 'cannot-decrypt' },
      {
        type: 'message-wrong',
        trustee: 2,
        problem: expect.stringMatching(/signature-invalid|cannot-decrypt/),
      },
      { type: 'message-wrong', trustee: 2, problem: 'signature-invalid' },
      { type: 'message-wrong', trustee: 1, problem: 'own-polynomial-changed' },
      { type: 'message-wrong', trustee: 0, problem: 'malformed' },
    ]);
    // The right input is still taken: a refusal changes nothing.
    succeeded(await ceremony.receive({ shareInput: inputWith([own, second, third]) }));
  });

  test('parameters of another ceremony, with other certificates or another key, are refused', async () => {
    const device = openFirst();
    const { ceremony } = device;
    await device.start(start);
    const { certificates } = table;
    succeeded(await ceremony.deal({ certificates, threshold: 2 }));
    const shareInput = at(table.shareInputs, 0);
    const { shareOutput } = succeeded(await ceremony.receive({ shareInput }));
    const decryptionKey = String(JSON.parse(shareOutput).private_key);
    const finish = async (parameters: string, key = decryptionKey) => {
      const finished = await ceremony.finish({ parameters, decryptionKey: key });
      return finished.ok ? 'accepted' : finished.error;
    };
    const right = JSON.parse(table.parameters);
    const wrong = JSON.parse(other.parameters);
    const threeOfThree = (await runCeremony(openParty(3, 'third party'), 3)).parameters;
    expect(await finish('{}')).toMatchObject({ type: 'parameters-wrong', problem: 'unreadable' });
    expect(await finish(threeOfThree)).toMatchObject({ problem: 'other-threshold' });
    expect(await finish(other.parameters)).toMatchObject({ problem: 'other-certificates' });
    expect(
      await finish(JSON.stringify({ ...right, verification_keys: wrong.verification_keys })),
    ).toMatchObject({
      problem: 'unreadable',
      detail: expect.stringContaining('key-mismatch'),
    });
    expect(await finish(table.parameters, at(other.decryptionKeys, 0))).toEqual({
      type: 'key-test-failed',
      stage: 'decryption-key',
    });
    expect(device.state().step).toBe('share');
    expect(await finish(table.parameters)).toBe('accepted');
    expect(await finish(other.parameters)).toMatchObject({ type: 'step-fixed', changed: 'parameters' });
  });

  test('a ceremony can be left before its end, and is never joined again', async () => {
    const home = temporaryHome();
    const device = openTestDevice({ name: 'party Ibu Sari', home });
    await device.start(start);
    expect(device.abandon('Pilkades Mawar')).toMatchObject({ error: { type: 'already-started' } });
    expect(device.abandon(CEREMONY).ok).toBe(true);
    expect(device.abandon(CEREMONY).ok).toBe(true);
    const reopened = openTestDevice({ name: 'party Ibu Sari', home });
    expect(reopened.state()).toMatchObject({ step: 'empty', isUnlocked: false, ceremony: null });
    expect(await reopened.start(start)).toMatchObject({
      error: { type: 'ceremony-abandoned', ceremony: CEREMONY },
    });
    succeeded(await reopened.start({ ...start, ceremony: 'Pilkades Melati, ulangan' }));
  });

  test('no sequence of calls yields two different messages for one step', async () => {
    const reached: Record<string, number> = {};
    const rightSteps = fc.constantFrom('start', 'deal', 'receive', 'finish');
    const disturbances = fc.constantFrom(
      'start-other',
      'wrong-passphrase',
      'deal-swapped',
      'deal-3',
      'receive-other',
      'finish-other',
      'restart',
    );
    const sequences = fc.array(fc.oneof({ arbitrary: rightSteps, weight: 3 }, disturbances), {
      minLength: 8,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(sequences, async (sequence) => {
        const home = temporaryHome();
        const handedOut = new Map<string, Set<string>>();
        const note = (step: string, text: string) =>
          handedOut.set(step, (handedOut.get(step) ?? new Set()).add(text));
        let device: TrusteeDevice = openTestDevice({ name: 'party Ibu Sari', home });
        for (const [position, name] of sequence.entries()) {
          const { ceremony } = device;
          const { certificates } = table;
          const swapped = [at(certificates, 0), at(certificates, 2), at(certificates, 1)];
          const passphrase = PASSPHRASE;
          if (name === 'restart') {
            // Other random numbers than before: whatever is drawn anew would show.
            device = openTestDevice({ name: `other numbers ${position}`, home });
          } else if (name.startsWith('start') || name === 'wrong-passphrase') {
            const input = name === 'start-other' ? { ...start, name: 'Pak Budi' } : start;
            const started = await device.start(
              name === 'wrong-passphrase' ? { ...input, passphrase: 'jagung kering di lumbung' } : input,
            );
            if (started.ok) note('certificate', started.value.certificate);
          } else if (name.startsWith('deal')) {
            const list = name === 'deal-swapped' ? swapped : certificates;
            const dealt = await ceremony.deal({
              certificates: list,
              threshold: name === 'deal-3' ? 3 : 2,
              passphrase,
            });
            if (dealt.ok) note('polynomial', dealt.value.polynomial);
          } else if (name.startsWith('receive')) {
            const from = name === 'receive' ? table : other;
            const received = await ceremony.receive({ shareInput: at(from.shareInputs, 0), passphrase });
            if (received.ok) note('share', received.value.shareOutput);
          } else {
            const { parameters, decryptionKeys } = name === 'finish' ? table : other;
            const finished = await ceremony.finish({
              parameters,
              decryptionKey: at(decryptionKeys, 0),
              passphrase,
            });
            if (finished.ok) note('key', JSON.stringify(finished.value));
          }
        }
        for (const [step, texts] of handedOut) {
          expect(texts.size, step).toBe(1);
          reached[step] = (reached[step] ?? 0) + 1;
        }
      }),
      { numRuns: 60, seed: 1607 },
    );
    console.log('no two versions: messages compared, by step', reached);
    expect(reached['certificate']).toBeGreaterThan(40);
    expect(reached['polynomial']).toBeGreaterThan(20);
    expect(reached['share']).toBeGreaterThan(8);
    expect(reached['key']).toBeGreaterThan(2);
  });
});
