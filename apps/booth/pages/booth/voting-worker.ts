import { type BallotMaker, openBallotMaker, parseElection } from '@bilik/ballot';
import type { WorkerAnswer, WorkerRequest } from './worker-messages.ts';

/**
 * Card, choice and seed live here and nowhere else in the page: what leaves is the public key of the card, a question signed with it, the
 * ballot, and, only when the voter asks for a proof, what opens it.
 */
let maker: BallotMaker | undefined;

/** Products mod p between two looks for messages: about 4 ms on a laptop. */
const PRODUCTS_A_TURN = 1_000;

const send = (answer: WorkerAnswer): void => {
  postMessage(answer);
};

function warmOn(warming: BallotMaker): void {
  if (warming.warm(PRODUCTS_A_TURN)) send({ type: 'warm' });
  else setTimeout(() => warmOn(warming), 0);
}

function answer(request: WorkerRequest): void {
  if (request.type === 'open') {
    const election = parseElection(request.election);
    if (!election.ok) {
      send({ type: 'election-refused' });
      return;
    }
    maker = openBallotMaker(election.value, (count) => crypto.getRandomValues(new Uint8Array(count)));
    warmOn(maker);
    return;
  }
  if (maker === undefined) throw new Error('The page asked before it opened the election');
  switch (request.type) {
    case 'read-card': {
      const card = maker.readCard(request.code);
      send(
        card.ok ? { type: 'card', credential: card.value } : { type: 'card-refused', fault: card.error.type },
      );
      break;
    }
    case 'ask-to-cast':
      send({ type: 'card-question', question: maker.askToCast(request.nonce) });
      break;
    case 'make':
      send({ type: 'ballot', ...maker.make(request.answers) });
      break;
    case 'prove':
      send({ type: 'proof', text: maker.prove() });
      break;
    case 'forget':
      maker.forget();
      break;
  }
}

addEventListener('message', (event: MessageEvent<WorkerRequest>) => answer(event.data));
