import '../common/jitless.ts';
import '@bilik/ui/look.css';
import { render } from 'preact';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(null, root);
