import './jitless.ts';
import '@bilik/ui/look.css';
import './trustee.css';
import { render } from 'preact';
import { PLACE } from './device-calls.ts';
import { DevicePage } from './ring-page.tsx';
import { TrusteePage } from './trustee-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no element to draw into');
render(PLACE === null ? <DevicePage /> : <TrusteePage mayBeginRing={false} />, root);
