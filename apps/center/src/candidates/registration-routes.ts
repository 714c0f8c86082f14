import { civilDateSchema, lineSchema, slugSchema, villageCodeSchema } from '@bilik/election';
import { checkApplicant, findingSchema, REGISTRATION_STAGE } from '@bilik/preparation';
import { isPublicText } from '@bilik/publication';
import { z } from 'zod';
import { registrationOf, todayIn, votingDateOf } from '../calendar/calendar-routes.ts';
import type { CenterParts } from '../center-parts.ts';
import { lookBeyondScope } from '../database/scope.ts';
import { appendEvent } from '../events/append-event.ts';
import { isCleanPictureBytes } from '../files/clean-picture.ts';
import { noteFile } from '../files/note-file.ts';
import type { ActContext, ActsDoor } from '../http/acts-door.ts';
import { type KnownVillage, lockVillage, readVillage, readVillages } from '../set-up/known-village.ts';
import { type Refused, refuse } from '../set-up/refusals.ts';
import {
  checklistOf,
  hasVoted,
  type KnownCandidate,
  nominationOf,
  proofOf,
  readCandidates,
  readCandidatesByVillage,
  readDraw,
  readSignOffs,
  signedProof,
} from './candidate-store.ts';
import { jpegFacts, PHOTO_HEIGHT, PHOTO_LIMIT_BYTES, PHOTO_WIDTH } from './photo.ts';
import { villageStanding } from './village-standing.ts';

const ofVillage = { election: slugSchema, village: villageCodeSchema };
const ofCandidate = { ...ofVillage, candidate: slugSchema };
const Register = z.strictObject({ ...ofCandidate, name: lineSchema(200), bornOn: civilDateSchema });
const NoteFinding = z.strictObject({ ...ofCandidate, finding: findingSchema });
const SetPhoto = z.strictObject({
  ...ofCandidate,
  jpeg: z.base64().max(Math.ceil(PHOTO_LIMIT_BYTES / 3) * 4),
});

/** Registration, papers and photos. */
export function openRegistrationRoutes(acts: ActsDoor, { files }: Pick<CenterParts, 'files'>): void {
  acts.act('candidates.show', z.strictObject(ofVillage), async (input, { transaction, now }) => {
    const read = await readVillage(transaction, input.election, input.village);
    if (!read.ok) return read;
    return { ok: true, value: await shownVillage(transaction, read.value, now) };
  });

  acts.act(
    'candidates.villages',
    z.strictObject({ election: slugSchema }),
    async (input, { transaction, now }) => {
      const read = await readVillages(transaction, input.election);
      if (!read.ok) return read;
      const { rulePack } = read.election;
      if (rulePack === null) {
        return refuse(
          'conducted-by-others',
          'Pemilihan ini diselenggarakan pihak lain; calonnya tidak dicatat di sini. Tidak ada yang berubah.',
          'This election is conducted by others; its candidates are not kept here. Nothing changed.',
        );
      }
      const candidates = await readCandidatesByVillage(transaction, input.election);
      const today = todayIn(read.election, now);
      const signOffs = Map.groupBy(await readSignOffs(transaction, input.election), ({ area }) => area);
      return {
        ok: true,
        value: {
          villages: read.villages.map((village) => {
            const own = candidates.get(village.code) ?? [];
            const proof = signedProof(village, own, signOffs.get(village.code) ?? []);
            return {
              ...{ code: village.code, name: village.name },
              candidates: own.filter(({ state }) => state !== 'withdrawn' && state !== 'not-determined')
                .length,
              standing: villageStanding({
                hasLeft: village.life.left !== null,
                candidates: own.map((one) => ({ ...one, verdict: checklistOf(village, one).verdict })),
                limits: rulePack.settings.candidates.value,
                openSignOffs: proof === null ? null : proof.open.length,
                // without such a stage nothing says that anybody may still come
                isRegistrationOver: registrationOf(village, today)?.isOver ?? true,
              }),
            };
          }),
        },
      };
    },
  );

  acts.act('candidates.register', Register, async (input, { transaction, by, now }) => {
    const read = await lockVillage(transaction, input.election, input.village);
    if (!read.ok) return read;
    const today = todayIn(read.value.election, now);
    if (read.value.life.doneOn.has(REGISTRATION_STAGE)) {
      return refuse(
        'registration-closed',
        'Pendaftaran di desa ini sudah ditutup. Bakal calon tidak didaftarkan. Bila diperpanjang, batalkan catatan selesainya dahulu.',
        'Registration in this village is closed. Nobody was registered. If it was extended, take back the note that it is done.',
      );
    }
    if ((await readDraw(transaction, read.value))?.record) {
      return refuse(
        'numbers-drawn-already',
        'Nomor calon desa ini sudah diundi. Bakal calon tidak didaftarkan: surat suaranya sudah ditentukan.',
        'Numbers are drawn in this village already. Nobody was registered: its ballot is settled.',
      );
    }
    if (!isPublicText(input.name)) {
      return refuse(
        'name-not-public',
        'Nama ini memuat nomor orang atau kata yang tidak boleh diumumkan, padahal nama calon diumumkan. Bakal calon tidak didaftarkan. Tulis namanya saja.',
        'This name holds a person’s number or words that must not be public, and names of candidates are published. Nobody was registered. Write the name alone.',
      );
    }
    const made = await transaction
      .insertInto('candidate')
      .values({
        ...{ election: input.election, area: input.village, id: input.candidate, name: input.name },
        ...{ born_on: input.bornOn, state: 'registered', number: null, photo: null, registered_on: today },
      })
      .onConflict((conflict) => conflict.columns(['election', 'area', 'id']).doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 0n) {
      return refuse(
        'candidate-exists',
        'Sudah ada bakal calon dengan tanda ini di desa ini. Tidak ada yang didaftarkan. Pilih tanda lain.',
        'There is a candidate of this id in the village already. Nobody was registered. Choose another id.',
      );
    }
    const { ageYears, isOldEnough } = checkApplicant(
      { bornOn: input.bornOn, findings: [] },
      read.value.election.checklist,
      votingDateOf(read.value.election, read.value.life.wave),
    );
    await appendEvent(transaction, {
      ...{ act: 'candidates.register', area: input.village, subject: input.candidate },
      ...{
        account: by.account,
        at: now,
        after: { election: input.election, name: input.name, registeredOn: today },
      },
    });
    return { ok: true, value: { ageYears, isOldEnough } };
  });

  acts.act('candidates.note-finding', NoteFinding, async (input, context) => {
    const { transaction, by, now } = context;
    const found = await changeable(input, context);
    if (!found.ok) return found;
    const { requirements } = found.village.election.checklist;
    if (!requirements.some(({ id }) => id === input.finding.requirement)) {
      return refuse(
        'requirement-unknown',
        'Persyaratan ini tidak ada dalam daftar acara ini. Tidak ada yang dicatat.',
        'This requirement is not in the checklist of this election. Nothing was noted.',
      );
    }
    await transaction
      .insertInto('candidate_finding')
      .values({
        ...{ election: input.election, area: input.village, candidate: input.candidate },
        ...{ account: by.account, at: now, finding: JSON.stringify(input.finding) },
      })
      .execute();
    await appendEvent(transaction, {
      ...{ act: 'candidates.note-finding', area: input.village, subject: input.candidate },
      ...{ account: by.account, at: now, after: input.finding },
    });
    return { ok: true, value: null };
  });

  acts.act('candidates.set-photo', SetPhoto, async (input, context) => {
    const { transaction, by, now } = context;
    const found = await changeable(input, context);
    if (!found.ok) return found;
    const bytes = Buffer.from(input.jpeg, 'base64');
    const facts = jpegFacts(bytes);
    if (
      facts?.width !== PHOTO_WIDTH ||
      facts.height !== PHOTO_HEIGHT ||
      facts.hasExtras ||
      !isCleanPictureBytes(bytes)
    ) {
      return refuse(
        'photo-not-prepared',
        `Foto harus JPEG ${PHOTO_WIDTH} × ${PHOTO_HEIGHT} tanpa keterangan tambahan. Foto tidak dipasang. Pakai alat potong di halaman ini.`,
        `A photo must be a JPEG of ${PHOTO_WIDTH} × ${PHOTO_HEIGHT} without anything else in it. It was not set. Use the cropping of this page.`,
      );
    }
    const kept = await files.keep(bytes, PHOTO_LIMIT_BYTES);
    if (!kept.ok) {
      return refuse(
        'photo-too-large',
        `Foto lebih besar dari ${PHOTO_LIMIT_BYTES} bita. Foto tidak dipasang.`,
        `The photo is larger than ${PHOTO_LIMIT_BYTES} bytes. It was not set.`,
      );
    }
    if (await lookBeyondScope(transaction, () => isSheet(transaction, input.election, kept.value.sha256))) {
      return refuse(
        'photo-of-a-sheet',
        'Foto ini sudah menjadi foto lembar hasil sebuah TPS. Foto tidak dipasang. Pakai foto calonnya.',
        'This photo is the photo of a result sheet already. It was not set. Use a photo of the candidate.',
      );
    }
    await noteFile(transaction, kept.value, now);
    await transaction
      .updateTable('candidate')
      .set({ photo: kept.value.sha256 })
      .where('election', '=', input.election)
      .where('area', '=', input.village)
      .where('id', '=', input.candidate)
      .execute();
    await appendEvent(transaction, {
      ...{ act: 'candidates.set-photo', area: input.village, subject: input.candidate },
      ...{ account: by.account, at: now },
      before: { photo: found.candidate.photo },
      after: { photo: kept.value.sha256 },
    });
    return { ok: true, value: { sha256: kept.value.sha256 } };
  });

  acts.paper('candidates.photo', z.strictObject(ofCandidate), async (input, { transaction }) => {
    const read = await readVillage(transaction, input.election, input.village);
    if (!read.ok) return read;
    const candidates = await readCandidates(transaction, read.value);
    const photo = candidates.find(({ id }) => id === input.candidate)?.photo;
    if (photo === undefined || photo === null) return photoMissing();
    return { ok: true, value: { bytes: files.open(photo), type: 'image/jpeg' } };
  });
}

async function isSheet(
  transaction: ActContext['transaction'],
  election: string,
  sha256: string,
): Promise<boolean> {
  const sheet = await transaction
    .selectFrom('sheet_photo')
    .select('place')
    .where('election', '=', election)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return sheet !== undefined;
}

/** A village's candidates as the screen shows them. */
async function shownVillage(transaction: ActContext['transaction'], village: KnownVillage, now: Date) {
  const candidates = await readCandidates(transaction, village);
  const proof = await proofOf(transaction, village, candidates);
  const draw = await readDraw(transaction, village);
  const { election } = village;
  return {
    ...{ code: village.code, name: village.name, wave: village.life.wave },
    votingDate: votingDateOf(election, village.life.wave),
    kind: election.kind,
    checklist: election.checklist,
    selectionRule: election.selectionRule,
    candidates: candidates.map((candidate) => ({ ...candidate, standing: checklistOf(village, candidate) })),
    registration: shownRegistration(village, candidates, now),
    nomination: nominationOf(village, candidates),
    draw:
      draw === undefined
        ? null
        : { arrivals: draw.arrivals, begunAt: draw.begun_at, record: draw.record, attempts: draw.attempts },
    proof:
      proof === null
        ? null
        : {
            contest: proof.proof.contest,
            fingerprint: proof.proof.fingerprint,
            open: proof.open,
          },
  };
}

/** Until when people register and how many may still stand, papers complete or not; null where the calendar has no registration. */
function shownRegistration(village: KnownVillage, candidates: readonly KnownCandidate[], now: Date) {
  const registration = registrationOf(village, todayIn(village.election, now));
  if (registration === null || village.election.rulePack === null) return null;
  return {
    ...registration,
    isNotedDone: village.life.doneOn.has(REGISTRATION_STAGE),
    hopeful: candidates.filter(
      (one) => one.state !== 'withdrawn' && checklistOf(village, one).verdict !== 'not-eligible',
    ).length,
    fewest: village.election.rulePack.settings.candidates.value.fewest,
  };
}

/** A candidate whose papers and photo may still change: nobody's ballot is signed for by all. */
async function changeable(
  input: { readonly election: string; readonly village: string; readonly candidate: string },
  { transaction }: ActContext,
): Promise<
  { readonly ok: true; readonly village: KnownVillage; readonly candidate: KnownCandidate } | Refused
> {
  const read = await lockVillage(transaction, input.election, input.village);
  if (!read.ok) return read;
  if (await hasVoted(transaction, read.value)) {
    return refuse(
      'voted-already',
      'Desa ini sudah memungut suara. Berkas dan foto calonnya tidak berubah.',
      'This village has voted already. Papers and photos of its candidates did not change.',
    );
  }
  const candidates = await readCandidates(transaction, read.value);
  const candidate = candidates.find(({ id }) => id === input.candidate);
  if (candidate === undefined) return candidateUnknown();
  if (candidate.state === 'withdrawn') {
    return refuse(
      'candidate-withdrawn',
      'Calon ini sudah mundur. Tidak ada yang berubah.',
      'This candidate has withdrawn. Nothing changed.',
    );
  }
  return { ok: true, village: read.value, candidate };
}

export function candidateUnknown(): Refused {
  return refuse(
    'candidate-unknown',
    'Calon ini tidak ada di desa ini. Tidak ada yang berubah. Muat ulang halaman.',
    'There is no such candidate in this village. Nothing changed. Load the page again.',
  );
}

function photoMissing(): Refused {
  return refuse('photo-missing', 'Belum ada foto calon ini.', 'There is no photo of this candidate yet.');
}
