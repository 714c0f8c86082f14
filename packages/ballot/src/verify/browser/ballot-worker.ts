import { portableGroup } from '../../lanes/portable-group.ts';
import { answerRequests, type WorkerRequest } from '../worker.ts';
import { browserRandom } from './random.ts';

/** Body of one web worker of `browserCheckers`. */
const answer = answerRequests({ groups: [portableGroup()], random: browserRandom });
self.addEventListener('message', (event: MessageEvent<WorkerRequest>) =>
  self.postMessage(answer(event.data)),
);
