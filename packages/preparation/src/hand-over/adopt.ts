import { type RegencyCode, type RulePack, rulePackSchema } from '@bilik/election';
import type { SetUp } from './set-up.ts';

/**
 * The set-up as the receiving regency begins with it: rule packs become its own and say that they are to be checked, because another
 * regency's perda is no law here. Areas are never in a set-up: each regency has its own.
 */
export function adoptSetUp(
  setUp: SetUp,
  regency: { readonly code: RegencyCode; readonly name: string },
): SetUp {
  if (setUp.from.regency === regency.code) return setUp;
  return {
    ...setUp,
    from: { regency: regency.code, name: regency.name },
    rulePacks: setUp.rulePacks.map((rulePack) => adopted(rulePack, setUp.from.name, regency.code)),
  };
}

function adopted(rulePack: RulePack, from: string, regency: RegencyCode): RulePack {
  if (rulePack.regency === null) return rulePack;
  const short = (text: string) => [...text].slice(0, 70).join('').trim();
  return rulePackSchema.parse({
    ...rulePack,
    regency,
    name: {
      id: `${short(rulePack.name.id)} (dari ${short(from).slice(0, 24).trim()}; periksa)`,
      en: `${short(rulePack.name.en)} (from ${short(from).slice(0, 24).trim()}; check)`,
    },
  });
}
