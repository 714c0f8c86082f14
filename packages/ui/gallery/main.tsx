import '@bilik/ui/look.css';
import { setScreenLook } from '@bilik/ui/screen';
import { isLanguage } from '@bilik/words';
import { render } from 'preact';
import { BoardScreen } from './board-screen.tsx';
import { BoothCardScreen, BoothChoiceScreen } from './booth-screens.tsx';
import { DeskScreen } from './desk-screen.tsx';
import { LiveScreen } from './live-screen.tsx';
import { PartsScreen } from './parts-screen.tsx';
import { WallScreen } from './wall-screen.tsx';

const SCREENS = {
  parts: { kind: 'office', draw: PartsScreen },
  desk: { kind: 'office', draw: DeskScreen },
  board: { kind: 'office', draw: BoardScreen },
  'booth-card': { kind: 'booth', draw: BoothCardScreen },
  'booth-choice': { kind: 'booth', draw: BoothChoiceScreen },
  live: { kind: 'office', draw: LiveScreen },
  wall: { kind: 'wall', draw: WallScreen },
} as const;

type ScreenName = keyof typeof SCREENS;
const isScreen = (name: string): name is ScreenName => Object.hasOwn(SCREENS, name);

// ?screen=booth-choice&language=en&contrast=high&text=3&exercise=0&cards=6
const wishes = new URLSearchParams(location.search);
const name = wishes.get('screen') ?? 'parts';
const language = wishes.get('language') ?? 'id';
const text = wishes.get('text');
const { kind, draw: Screen } = SCREENS[isScreen(name) ? name : 'parts'];

setScreenLook({
  kind,
  contrast: wishes.get('contrast') === 'high' ? 'high' : 'normal',
  textSize: text === '2' ? 2 : text === '3' ? 3 : 1,
});
const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
render(
  <Screen
    language={isLanguage(language) ? language : 'id'}
    exercise={wishes.get('exercise') !== '0'}
    cards={Number(wishes.get('cards') ?? '4')}
  />,
  root,
);
