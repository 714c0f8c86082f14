import '@bilik/ui/look.css';
import './cek.css';
import { render } from 'preact';
import { LookUpPage } from './look-up-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(<LookUpPage />, root);
