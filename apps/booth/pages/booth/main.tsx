import '@bilik/ui/look.css';
import './booth.css';
import { setScreenLook } from '@bilik/ui/screen';
import { render } from 'preact';
import { askBooth, askPlace } from './booth-calls.ts';
import { BoothScreen } from './booth-screen.tsx';

setScreenLook({ kind: 'booth' });
const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
// asked before anything is drawn: on the booth's own loopback the answers are there sooner than a first picture that says "one moment"
const [place, booth] = await Promise.all([askPlace(), askBooth()]);
if (!place.ok && place.error.type === 'not-understood') {
  // the process behind this page asks for nothing but the board's code
  const { PairScreen } = await import('./pair-screen.tsx');
  render(<PairScreen />, root);
} else {
  render(
    <BoothScreen
      first={{ place: place.ok ? place.value : null, booth: booth.ok ? booth.value : undefined }}
    />,
    root,
  );
}
