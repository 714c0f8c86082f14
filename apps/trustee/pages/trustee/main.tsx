import './jitless.ts';
import '@bilik/ui/look.css';
import './trustee.css';
import { render } from 'preact';
import { TrusteePage } from './trustee-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no element to draw into');
render(<TrusteePage />, root);
