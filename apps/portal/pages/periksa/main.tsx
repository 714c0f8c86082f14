import '@bilik/ui/look.css';
import '@bilik/ui/code-check.css';
import './periksa.css';
import { render } from 'preact';
import { CheckingPage } from './checking-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(<CheckingPage />, root);
