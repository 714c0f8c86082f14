import '../common/jitless.ts';
import '@bilik/ui/look.css';
import '../common/people.css';
import './setup.css';
import { render } from 'preact';
import { SetupPage } from './setup-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(<SetupPage />, root);
