import '@bilik/ui/look.css';
import '../kantor/office.css';
import { render } from 'preact';
import { EvidencePage } from './evidence-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(<EvidencePage />, root);
