import type { RulePack } from '@bilik/election';
import type {
  Calendar,
  CalendarFact,
  Checklist,
  ModeDecision,
  SelectionRule,
  SetUp,
} from '@bilik/preparation';
import type { GeneratedAlways } from 'kysely';
import type { CivilDateColumn, JsonColumn, Moment } from '../database/base-tables.ts';

interface Noted {
  number: GeneratedAlways<number>;
  area: string;
  account: string | null;
  at: Moment;
}

/** What migration 0020 makes. */
export interface SetUpTables {
  readonly set_up: Noted & { content: JsonColumn<SetUp>; issuer: string | null };
  readonly election_rules: {
    election: string;
    area: string;
    body: string | null;
    rule_pack: JsonColumn<RulePack> | null;
    rule_pack_fingerprint: string | null;
    calendar: JsonColumn<Calendar>;
    checklist: JsonColumn<Checklist>;
    selection_rule: JsonColumn<SelectionRule>;
  };
  readonly wave: {
    election: string;
    area: string;
    number: number;
    voting_date: CivilDateColumn;
    opens: string;
    closes: string;
  };
  readonly election_village: { election: string; area: string; first_wave: number };
  readonly calendar_fact: Noted & { election: string; fact: JsonColumn<CalendarFact> };
  readonly village_condition: {
    election: string;
    area: string;
    scores: JsonColumn<Readonly<Record<string, number>>>;
    power: 'grid' | 'generator' | 'none' | 'unknown';
    has_legal_basis: boolean;
  };
  readonly mode_decision: Noted & { election: string; decision: JsonColumn<ModeDecision> };
}
