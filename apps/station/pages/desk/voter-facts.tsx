import { useLanguage } from '@bilik/ui/language';
import { Shape } from '@bilik/ui/shape';
import { StateBadge } from '@bilik/ui/state-badge';
import { formatDateWithoutWeekday, isCivilDate } from '@bilik/words/format';
import type { ComponentChildren } from 'preact';
import { fullYears } from '../common/civil-years.ts';
import type { VoterRow } from './desk-answers.ts';
import { type DeskSay, useDeskWords } from './desk-words.ts';

type Voter = VoterRow['voter'];

interface VoterProps {
  readonly voter: Voter;
  /** `YYYY-MM-DD`; ages are those of the voting day, as the law counts them. */
  readonly votingDate: string;
}

/** One row of the search: enough to choose between people of one name. */
export function VoterLine({ voter, votingDate }: VoterProps) {
  const say = useDeskWords();
  return (
    <span class="voter-line">
      <span class="voter-line__number">{voter.number}</span>
      <span class="voter-line__name">{voter.name}</span>
      <span class="voter-line__facts">
        <span>{say(voter.sex === 'L' ? 'common.male' : 'common.female')}</span>
        <span>{say('desk.voter.age', { years: fullYears(voter.birthDate, votingDate) })}</span>
        <span>{homeOf(voter, say)}</span>
        <span class="voter-line__nik">{voter.nikMask}</span>
        {voter.disability !== null && <span class="voter-line__care">{voter.disability}</span>}
      </span>
      <span class="voter-line__state">
        {voter.ineligible !== null && <StateBadge state="warn" word={say('desk.voter.ineligible')} />}
      </span>
    </span>
  );
}

/** The person in full, to be compared with the one who stands at the desk. */
export function VoterFacts({ voter, votingDate }: VoterProps) {
  const say = useDeskWords();
  const language = useLanguage();
  const years = fullYears(voter.birthDate, votingDate);
  const facts: readonly { readonly label: string; readonly value: ComponentChildren }[] = [
    { label: say('desk.voter.listNumber'), value: voter.number },
    { label: say('desk.voter.sex'), value: say(voter.sex === 'L' ? 'common.male' : 'common.female') },
    {
      label: say('desk.voter.born'),
      value: isCivilDate(voter.birthDate)
        ? say('desk.voter.bornAndAge', {
            date: formatDateWithoutWeekday(language, voter.birthDate),
            years,
          })
        : say('desk.voter.age', { years }),
    },
    { label: say('desk.voter.home'), value: homeOf(voter, say) },
    { label: say('desk.voter.nik'), value: voter.nikMask },
  ];
  return (
    <div class="stack">
      <dl class="facts">
        {facts.map(({ label, value }) => (
          <div class="facts__fact" key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {voter.listKind === 'added' && <StateBadge state="info" word={say('desk.voter.added')} />}
      {voter.disability !== null && (
        <p class="care">
          <Shape name="info" />
          <span>
            <strong>
              {say('desk.voter.disability')}: {voter.disability}.
            </strong>{' '}
            {say('desk.identity.help')}
          </span>
        </p>
      )}
    </div>
  );
}

/** `000` stands where a village has no neighbourhood numbers. */
function homeOf({ hamlet, rt, rw }: Voter, say: DeskSay): string {
  return /[1-9]/.test(rt + rw) ? say('desk.voter.homeLine', { hamlet, rt, rw }) : hamlet;
}
