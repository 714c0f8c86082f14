import '../common/jitless.ts';
import '@bilik/ui/look.css';
import './desk.css';
import { speakAs } from '@bilik/ui/call';
import { render } from 'preact';
import { ownDevice } from '../common/own-device.ts';
import { DeskPage } from './desk-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
speakAs(ownDevice('desk'));
render(<DeskPage />, root);
