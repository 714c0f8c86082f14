import '@bilik/ui/look.css';
import '@bilik/ui/code-check.css';
import '../kantor/office.css';
import '../kantor/sheets/sheets.css';
import { render } from 'preact';
import { PhonePage } from './phone-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(<PhonePage />, root);
