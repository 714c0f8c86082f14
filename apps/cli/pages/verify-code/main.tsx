import '@bilik/ui/look.css';
import '@bilik/ui/code-check.css';
import { render } from 'preact';
import { VerifyCodePage } from './verify-code-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(<VerifyCodePage />, root);
