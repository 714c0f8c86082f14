import { useId, useRef } from 'preact/hooks';
import { useFittingLetters } from './fit-letters.ts';
import { usePartWords } from './language.tsx';
import { Shape } from './shape.tsx';

/** One column of the ballot. A candidate has a number and a photo; the blank vote and the empty column have neither. */
export interface BallotCard {
  readonly key: string;
  readonly name: string;
  /** The number drawn for the candidate, from 1. */
  readonly number?: number | undefined;
  /** Address of the photo, 3:4. */
  readonly photo?: string | undefined;
  /** Key of what spoken guidance says of it; carried on as `data-voice`. */
  readonly voice?: string | undefined;
}

export interface CandidateGroupProps {
  /** The question: "Pilih satu". */
  readonly label: string;
  readonly cards: readonly BallotCard[];
  /** The key of the chosen card; `null` before a choice. */
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

/**
 * The ballot: native radio buttons, every card of the same size and frame. The chosen one is marked by a thick frame, a
 * tick and a word, not by colour alone. However long a name is, it stands whole in its card.
 */
export function CandidateGroup({ label, cards, chosen, onChoose }: CandidateGroupProps) {
  const name = useId();
  const ballot = useRef<HTMLFieldSetElement>(null);
  useFittingLetters(ballot);
  return (
    <fieldset class="ballot" data-cards={cards.length} ref={ballot}>
      <legend class="ballot__question">{label}</legend>
      <div class="ballot__cards">
        {cards.map((card) => (
          <CandidateCard
            key={card.key}
            card={card}
            group={name}
            chosen={card.key === chosen}
            onChoose={() => onChoose(card.key)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Faces without any choosing, beside each other: "your choice". Each takes the height that is left, its name whole. */
export function FaceGroup({ cards }: { readonly cards: readonly BallotCard[] }) {
  const faces = useRef<HTMLDivElement>(null);
  useFittingLetters(faces);
  return (
    <div class="faces" data-cards={cards.length} ref={faces}>
      {cards.map((card, index) => (
        <CandidateFace key={index} card={card} />
      ))}
    </div>
  );
}

interface CandidateCardProps {
  readonly card: BallotCard;
  /** Name shared by the cards of one ballot. */
  readonly group: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

export function CandidateCard({ card, group, chosen, onChoose }: CandidateCardProps) {
  const say = usePartWords();
  return (
    <label class="candidate">
      <input
        class="candidate__entry"
        type="radio"
        name={group}
        checked={chosen}
        onChange={onChoose}
        data-voice={card.voice}
      />
      <CandidateFace card={card} />
      <span class="candidate__mark" aria-hidden="true">
        <Shape name={chosen ? 'check' : 'idle'} />
        {chosen && say('parts.candidate.chosen')}
      </span>
    </label>
  );
}

/** Number, photo and name, without any choosing: for the card above, for "your choice", for the board and the result. */
export function CandidateFace({ card }: { readonly card: BallotCard }) {
  const say = usePartWords();
  return (
    <span class="face" data-voice={card.voice}>
      <span class="face__number">
        {card.number !== undefined && (
          <>
            <span class="unseen">{say('parts.candidate.number')} </span>
            {card.number}
          </>
        )}
      </span>
      <span class="face__photo">
        {card.photo === undefined ? (
          <svg viewBox="0 0 600 800" aria-hidden="true">
            <rect class="face__blank" x="4" y="4" width="592" height="792" />
          </svg>
        ) : (
          <img src={card.photo} alt="" draggable={false} />
        )}
      </span>
      <span class="face__name">{card.name}</span>
    </span>
  );
}
