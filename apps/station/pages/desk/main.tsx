import '../common/jitless.ts';
import '@bilik/ui/look.css';
import './desk.css';
import { render } from 'preact';
import { DeskPage } from './desk-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(<DeskPage deskNumber={Number(new URLSearchParams(location.search).get('desk') ?? '1')} />, root);
