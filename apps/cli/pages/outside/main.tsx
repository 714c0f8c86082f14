import '@bilik/ui/look.css';
import './outside.css';
import { render } from 'preact';
import { OutsideScreen } from './outside-screen.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(<OutsideScreen />, root);
