import '@bilik/ui/look.css';
import './office.css';
import { render } from 'preact';
import { OfficePage } from './office-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(<OfficePage />, root);
