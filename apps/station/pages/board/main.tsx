import '../common/jitless.ts';
import '@bilik/ui/look.css';
import '../common/people.css';
import './board.css';
import './result/result.css';
import './outgoing/outgoing.css';
import './wall.css';
import { speakAs } from '@bilik/ui/call';
import { render } from 'preact';
import { ownDevice } from '../common/own-device.ts';
import { BoardPage } from './board-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
speakAs(ownDevice('board'));
render(<BoardPage />, root);
