import { parentPort } from 'node:worker_threads';
import { answerRequests, type WorkerRequest } from '../verify/worker.ts';
import { nativeGroup, systemRandom } from './tools.ts';

/** Body of one worker thread of `nativeCheckers`. */
const owner = parentPort;
if (owner === null) throw new Error('this file is the body of a worker thread');
const answer = answerRequests({ groups: [nativeGroup()], random: systemRandom });
owner.on('message', (request: WorkerRequest) => owner.postMessage(answer(request)));
