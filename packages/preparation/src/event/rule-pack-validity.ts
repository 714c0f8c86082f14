import type { CivilDate, RegencyCode, Result, RulePack } from '@bilik/election';
import { fail, succeed } from '@bilik/election';
import { type Refusal, refusal } from '../refusal.ts';

/** Why a rule pack cannot be the law of an event. */
export type RulePackRefusal = Refusal<
  'rule-pack-not-yet-valid' | 'rule-pack-expired' | 'rule-pack-of-other-regency'
>;

/** A rule pack is the law of a day only inside its validity dates, both days included, and of its own regency. */
export function rulePackFits(
  rulePack: Pick<RulePack, 'id' | 'regency' | 'validFrom' | 'validUntil'>,
  regency: RegencyCode,
  votingDate: CivilDate,
): Result<null, RulePackRefusal> {
  const { id, validFrom, validUntil } = rulePack;
  if (rulePack.regency !== null && rulePack.regency !== regency) {
    return fail(
      refusal(
        'rule-pack-of-other-regency',
        `Paket aturan "${id}" milik kabupaten ${rulePack.regency}, bukan ${regency}. Acara tidak memakainya. Pilih paket aturan kabupaten sendiri.`,
        `Rule pack "${id}" belongs to regency ${rulePack.regency}, not to ${regency}. The event does not use it. Choose a rule pack of your own regency.`,
      ),
    );
  }
  if (votingDate < validFrom) {
    return fail(
      refusal(
        'rule-pack-not-yet-valid',
        `Paket aturan "${id}" berlaku mulai ${validFrom}; pemungutan suara ${votingDate} lebih dahulu. Acara tidak memakainya. Pilih paket yang berlaku pada hari itu.`,
        `Rule pack "${id}" is valid from ${validFrom}; voting on ${votingDate} is earlier. The event does not use it. Choose a pack that is valid on that day.`,
      ),
    );
  }
  if (validUntil !== null && votingDate > validUntil) {
    return fail(
      refusal(
        'rule-pack-expired',
        `Paket aturan "${id}" berlaku sampai ${validUntil}; pemungutan suara ${votingDate} sesudahnya. Acara tidak memakainya. Pilih paket yang berlaku pada hari itu.`,
        `Rule pack "${id}" is valid until ${validUntil}; voting on ${votingDate} is after it. The event does not use it. Choose a pack that is valid on that day.`,
      ),
    );
  }
  return succeed(null);
}
