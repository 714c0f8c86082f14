import type { Round } from '@bilik/transfer';
import { beforeAll, describe, expect, test } from 'vitest';
import { CEREMONY, NAMES, openParty, runCeremonyByFiles } from '../../test/ceremony-run.ts';
import { openTestDevice, PASSPHRASE } from '../../test/device.ts';
import { at, succeeded } from '../../test/succeeded.ts';
import { temporaryHome } from '../../test/temporary-home.ts';
import type { TrusteeDevice } from '../trustee-device.ts';
import { ownMessage } from './own-message.ts';

const messageOf = (device: TrusteeDevice, round: Round) => {
  const file = device.ceremony.file();
  const text = file === undefined ? undefined : ownMessage(file, round);
  if (text === undefined) throw new Error(`no message of ${round} yet`);
  return text;
};

const begin = async (device: TrusteeDevice, name: string, ceremony = CEREMONY) => {
  succeeded(await device.start({ ceremony, name, passphrase: PASSPHRASE }));
  return device;
};

const refusalOf = (answer: { readonly ok: boolean; readonly error?: unknown }) =>
  answer.ok ? 'accepted' : answer.error;

test('by files alone, all devices come to the same list of trustees, whatever order the files came in', async () => {
  const party = openParty(3, 'files');
  await runCeremonyByFiles(party, 2);
  const lists = party.map((device) => device.trusteesText());
  expect(lists[0]).toBeDefined();
  expect(new Set(lists).size).toBe(1);
  const owners = party.map((device) => device.state().ceremony?.key?.ownerIndex);
  expect([...owners].sort()).toEqual([1, 2, 3]);
});

describe('what does not belong into the box', () => {
  let sari: TrusteeDevice;
  let budi: TrusteeDevice;
  let wayan: TrusteeDevice;

  beforeAll(async () => {
    sari = await begin(openTestDevice({ name: 'box Sari' }), 'Ibu Sari');
    budi = await begin(openTestDevice({ name: 'box Budi' }), 'Pak Budi');
    wayan = await begin(openTestDevice({ name: 'box Wayan' }), 'Ibu Wayan');
  });

  test('certificates: malformed, own, of another ceremony, under a taken name, in a second version', async () => {
    const certificate = messageOf(budi, 'certificate');
    const parsed = JSON.parse(certificate);
    const changed = (fields: object) => `${JSON.stringify({ ...parsed, ...fields })}\n`;
    const other = JSON.parse(messageOf(wayan, 'certificate'));
    expect(refusalOf(sari.messages.add('surat biasa'))).toEqual({ type: 'message-unreadable' });
    expect(refusalOf(sari.messages.add(`${certificate.slice(0, -3)}`))).toEqual({
      type: 'message-unreadable',
    });
    expect(refusalOf(sari.messages.add(changed({ more: 1 })))).toEqual({ type: 'message-unreadable' });
    expect(refusalOf(sari.messages.add(JSON.stringify(parsed, undefined, 2)))).toEqual({
      type: 'message-unreadable',
    });
    expect(refusalOf(sari.messages.add(messageOf(sari, 'certificate')))).toEqual({ type: 'message-own' });
    expect(refusalOf(sari.messages.add(changed({ ceremony: 'Pilkades Mawar' })))).toEqual({
      type: 'message-of-other-ceremony',
      ceremony: 'Pilkades Mawar',
    });
    expect(refusalOf(sari.messages.add(changed({ from: '0'.repeat(64) })))).toMatchObject({
      type: 'message-wrong',
      problem: 'other-id',
    });
    expect(refusalOf(sari.messages.add(changed({ message: '{}' })))).toMatchObject({
      type: 'message-wrong',
      problem: 'malformed',
      name: 'Pak Budi',
    });
    expect(refusalOf(sari.messages.add(changed({ name: 'IBU SARI' })))).toMatchObject({
      type: 'message-name-taken',
    });

    expect(refusalOf(sari.messages.add(certificate))).toBe('accepted');
    expect(refusalOf(sari.messages.add(`\uFEFF${certificate}\r\n`))).toBe('accepted');
    expect(refusalOf(sari.messages.add(changed({ message: other.message })))).toEqual({
      type: 'message-second-version',
      name: 'Pak Budi',
    });
    expect(refusalOf(sari.messages.add(changed({ message: other.message, from: other.from })))).toEqual({
      type: 'message-name-taken',
      name: 'Pak Budi',
    });
    expect(
      sari
        .state()
        .ceremony?.trustees.map(({ name }) => name)
        .sort(),
    ).toEqual(['Ibu Sari', 'Pak Budi']);
  });

  test('a certificate taken by mistake can be taken out, until this device has dealt', async () => {
    const device = await begin(openTestDevice({ name: 'box Made' }), 'Pak Made');
    const { from } = JSON.parse(messageOf(wayan, 'certificate'));
    succeeded(device.messages.add(messageOf(budi, 'certificate')));
    succeeded(device.messages.add(messageOf(wayan, 'certificate')));
    succeeded(device.messages.remove('certificate', from));
    const certificates = succeeded(device.messages.certificates());
    expect(certificates).toHaveLength(2);
    succeeded(await device.ceremony.deal({ certificates, threshold: 2 }));
    expect(refusalOf(device.messages.add(messageOf(wayan, 'certificate')))).toEqual({
      type: 'message-too-late',
    });
    expect(refusalOf(device.messages.remove('certificate', from))).toEqual({ type: 'message-too-late' });
  });

  test('dealt messages: too early, from a stranger, for another list, twice, in a second version', async () => {
    const [a, b, c] = [
      await begin(openTestDevice({ name: 'deal A' }), 'Ibu Sari'),
      await begin(openTestDevice({ name: 'deal B' }), 'Pak Budi'),
      await begin(openTestDevice({ name: 'deal C' }), 'Ibu Wayan'),
    ];
    for (const device of [a, b]) {
      for (const sender of [a, b]) {
        if (sender !== device) succeeded(device.messages.add(messageOf(sender, 'certificate')));
      }
    }
    // The third one knows only itself and the second: another list.
    succeeded(c.messages.add(messageOf(b, 'certificate')));
    succeeded(await b.ceremony.deal({ certificates: succeeded(b.messages.certificates()), threshold: 2 }));
    succeeded(await c.ceremony.deal({ certificates: succeeded(c.messages.certificates()), threshold: 2 }));
    const dealt = messageOf(b, 'polynomial');
    expect(refusalOf(a.messages.add(dealt))).toEqual({ type: 'message-too-early', needed: 'polynomial' });
    expect(refusalOf(a.messages.add(messageOf(c, 'polynomial')))).toEqual({ type: 'message-unknown-sender' });
    succeeded(await a.ceremony.deal({ certificates: succeeded(a.messages.certificates()), threshold: 2 }));

    const parsed = JSON.parse(dealt);
    const ofOtherList = `${JSON.stringify({ ...parsed, agreed: '0'.repeat(64) })}\n`;
    expect(refusalOf(a.messages.add(ofOtherList))).toEqual({
      type: 'message-of-other-list',
      name: 'Pak Budi',
    });
    expect(refusalOf(a.messages.shareInput())).toEqual({ type: 'messages-missing', names: ['Pak Budi'] });
    succeeded(a.messages.add(dealt));
    succeeded(a.messages.add(dealt));
    const second = `${JSON.stringify({ ...parsed, message: JSON.parse(messageOf(c, 'polynomial')).message })}\n`;
    expect(refusalOf(a.messages.add(second))).toEqual({ type: 'message-second-version', name: 'Pak Budi' });

    // A message under Budi's name that Budi did not sign is taken out again and replaced by the right one.
    succeeded(a.messages.remove('polynomial', parsed.from));
    succeeded(a.messages.add(second));
    expect(refusalOf(a.messages.shareInput())).toMatchObject({
      type: 'message-wrong',
      name: 'Pak Budi',
      problem: expect.stringMatching(/signature-invalid|wrong-count/),
    });
    succeeded(a.messages.remove('polynomial', parsed.from));
    succeeded(a.messages.add(dealt));
    succeeded(await a.ceremony.receive({ shareInput: succeeded(a.messages.shareInput()) }));
    expect(refusalOf(a.messages.outcome())).toEqual({ type: 'messages-missing', names: ['Pak Budi'] });
  });

  test('nothing goes in before a ceremony is begun, and the box is empty when another one is', async () => {
    const home = temporaryHome();
    const device = openTestDevice({ name: 'box Rina', home });
    expect(refusalOf(device.messages.add(messageOf(budi, 'certificate')))).toEqual({ type: 'not-started' });
    await begin(device, at(NAMES, 4));
    succeeded(device.messages.add(messageOf(budi, 'certificate')));
    succeeded(device.abandon(CEREMONY));
    await begin(device, at(NAMES, 4), 'Pilkades Mawar 2026');
    expect(device.state().ceremony?.trustees.map(({ name }) => name)).toEqual(['Ibu Rina']);
  });
});
