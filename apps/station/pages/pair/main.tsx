import '../common/jitless.ts';
import '@bilik/ui/look.css';
import { render } from 'preact';
import { takeKeys } from '../common/prepared-keys.ts';
import { PairPage } from './pair-page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(<PairPage keys={takeKeys()} />, root);
