import '@bilik/ui/look.css';
import './booth.css';
import { setScreenLook } from '@bilik/ui/screen';
import { render } from 'preact';
import { BoothScreen } from './booth-screen.tsx';

setScreenLook({ kind: 'booth' });
const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(<BoothScreen />, root);
