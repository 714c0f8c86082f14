import '@bilik/ui/look.css';
import './officer.css';
import { render } from 'preact';
import { OfficerPage } from './officer-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(<OfficerPage />, root);
