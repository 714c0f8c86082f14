import { asDevice } from '@bilik/ui/call';
import { CopyLine } from '@bilik/ui/copy-line';
import { useLive } from '@bilik/ui/live';
import { Notice } from '@bilik/ui/notice';
import { ProgressBar } from '@bilik/ui/progress-bar';
import type { BoardAnswer } from '../board-answers.ts';
import { type BoardSay, useBoardWords } from '../board-words.ts';
import { SendForm } from './send-form.tsx';
import { askSendStanding, type SendFault, type SendStanding } from './send-standing.ts';

/** After sealing: where the result stands, said as it is, and the two ways out. */
export function SendResult(props: { readonly state: BoardAnswer; readonly onDone: () => void }) {
  const say = useBoardWords();
  const live = useLive(asDevice('/api/live'), askSendStanding);
  const standing = live.value;
  return (
    <section class="sheet stack">
      <h2>{say('board.send.heading')}</h2>
      {standing === undefined ? (
        <p class="soft">{say('common.loading')}</p>
      ) : (
        <>
          <Standing standing={standing} zone={props.state.voting.zone} />
          <SendForm
            state={props.state}
            standing={standing}
            onDone={() => {
              live.refresh();
              props.onDone();
            }}
          />
        </>
      )}
    </section>
  );
}

function Standing({ standing, zone }: { readonly standing: SendStanding; readonly zone: Zone }) {
  const say = useBoardWords();
  switch (standing.state) {
    case 'kept-here':
      return (
        <Notice
          state="info"
          happened={say('board.send.kept-here')}
          notHappened={say('board.send.kept-here.means')}
        />
      );
    case 'received':
      return (
        <>
          <Notice
            state="good"
            happened={say('board.send.received', {
              time: receivedTime(standing.receivedAt, zone),
              address: standing.address,
            })}
            toDo={say('board.send.receipt.means')}
          />
          <CopyLine label={say('board.send.receipt')} value={standing.receiver} groupSize={4} />
        </>
      );
    default:
      return (
        <>
          {standing.fault === null ? (
            <Notice state="info" happened={say('board.send.sending', { address: standing.address })} />
          ) : (
            <Fault fault={standing.fault} address={standing.address} />
          )}
          <ProgressBar
            label={say('board.send.progress')}
            done={standing.totalBytes === 0 ? null : percentOf(standing)}
            total={100}
          />
        </>
      );
  }
}

function Fault({ fault, address }: { readonly fault: SendFault; readonly address: string }) {
  const say = useBoardWords();
  switch (fault.type) {
    case 'no-connection':
      return (
        <Notice
          state="warn"
          happened={say('board.send.interrupted', { address })}
          notHappened={say('board.send.interrupted.means')}
        />
      );
    case 'being-checked':
      return (
        <Notice
          state="info"
          happened={say('board.send.being-checked', { address })}
          notHappened={say('board.send.being-checked.means')}
        />
      );
    case 'answer-not-understood':
      return (
        <Notice
          state="bad"
          happened={say('board.send.not-understood', { address })}
          notHappened={say('board.send.refused.notHappened')}
          toDo={say('board.send.not-understood.toDo')}
        />
      );
    case 'other-receiver':
      return (
        <Notice
          state="bad"
          happened={say('board.send.other-receiver', { address })}
          notHappened={say('board.send.other-receiver.notHappened')}
          toDo={say('board.send.other-receiver.toDo')}
        />
      );
    case 'refused':
      return (
        <Notice
          state="bad"
          happened={say('board.send.refused', { address })}
          notHappened={say('board.send.refused.notHappened')}
          toDo={refusalWords(say, fault.refusal)}
        />
      );
  }
}

function refusalWords(
  say: BoardSay,
  refusal: Extract<SendFault, { readonly type: 'refused' }>['refusal'],
): string {
  switch (refusal) {
    case 'delivery-malformed':
    case 'place-not-expected':
    case 'election-not-expected':
    case 'delivery-signature-wrong':
    case 'other-bytes-for-place':
    case 'record-not-right':
      return say(`board.send.refused.${refusal}`);
    default:
      return say('board.send.refused.other');
  }
}

const percentOf = ({ sentBytes, totalBytes }: { readonly sentBytes: number; readonly totalBytes: number }) =>
  Math.floor((100 * sentBytes) / totalBytes);

type Zone = BoardAnswer['voting']['zone'];
/** Hours ahead of UTC. */
const ZONE_HOURS: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 };

/** The receiver's minute on the wall of this polling place: `13.40 WIB`. */
function receivedTime(receivedAt: string, zone: Zone): string {
  const there = new Date(Date.parse(receivedAt) + ZONE_HOURS[zone] * 3_600_000).toISOString();
  return `${there.slice(11, 16).replace(':', '.')} ${zone}`;
}
