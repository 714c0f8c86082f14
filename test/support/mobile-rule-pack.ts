import { defaultRulePack, type RulePack, slemanRulePack } from '@bilik/election';

/** The general rules, with Sleman's mobile group. */
export const MOBILE_RULE_PACK: RulePack = {
  ...defaultRulePack,
  settings: { ...defaultRulePack.settings, mobileGroup: slemanRulePack.settings.mobileGroup },
};
