import { Button } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import type { Language } from '@bilik/words/language';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct } from './call-act.ts';
import { askKind } from './center-kind.ts';
import { type Me, meSchema, nothing } from './me.ts';
import { areaName, NamesContext, namesOf, namesSchema, type OfficeNames } from './office-names.tsx';
import { officeWords as words } from './office-words.ts';
import { aboutRoom, OFFICE_ROOMS, type Room, type RoomProps } from './rooms.ts';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';

/** Where we are: the room and what stands after it in the address. */
function useHashPath(): readonly string[] {
  const read = () => location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  const [path, setPath] = useState(read);
  useEffect(() => {
    const follow = () => {
      setPath(read());
      // another screen is read from its top, not from where the last one was left
      scrollTo(0, 0);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return path;
}

export function addressOf(path: readonly string[]): string {
  return `#/${path.map(encodeURIComponent).join('/')}`;
}

/** The office's one page: sign-in, the rooms of whoever is signed in, one room at a time. */
export function OfficePage() {
  const [language, setLanguage] = useState<Language>('id');
  const [me, setMe] = useState<Me | null | undefined>(undefined);
  const [exercise, setExercise] = useState(false);
  const [names, setNames] = useState<OfficeNames>();
  const [may, setMay] = useState<readonly string[]>([]);
  const [id, ...path] = useHashPath();
  const askMe = async () => {
    const kind = await askKind();
    if (kind.ok) setExercise(kind.value.kind === 'exercise');
    const answer = await callAct('accounts.me', {}, meSchema);
    if (answer.ok) {
      const [named, acts] = await Promise.all([
        callAct('set-up.names', {}, namesSchema),
        callAct('accounts.mine', {}, mineSchema),
      ]);
      setNames(named.ok ? namesOf(named.value) : undefined);
      setMay(acts.ok ? acts.value : []);
    }
    setMe(answer.ok ? answer.value : null);
  };
  useEffect(() => {
    void askMe();
  }, []);
  const mine = me ? OFFICE_ROOMS.filter(({ roles }) => roles.includes(me.role)) : [];
  const room = mine.find((candidate) => candidate.id === id);
  const title = room === undefined ? words(language, 'office.title') : words(language, room.title);
  return (
    <Page
      title={title}
      language={language}
      onLanguage={setLanguage}
      exercise={exercise}
      place={me ? me.name : undefined}
      area={me ? `${words(language, `office.role.${me.role}`)} · ${areaName(names, me.area)}` : undefined}
      tools={
        me && (
          <span class="office__tools">
            {room !== undefined && <a href="#/">{words(language, 'office.home')}</a>}
            <Button
              kind="quiet"
              onPress={async () => {
                await callAct('accounts.sign-out', {}, nothing);
                setMe(null);
              }}
            >
              {words(language, 'office.signOut')}
            </Button>
          </span>
        )
      }
    >
      {me === undefined && <p>{words(language, 'office.loading')}</p>}
      {me === null && <SignInScreen language={language} onSignedIn={askMe} />}
      {me && room === undefined && <RoomList rooms={mine} may={may} language={language} />}
      {me && room !== undefined && (
        <NamesContext.Provider value={names}>
          <OpenRoom
            key={room.id}
            room={room}
            me={me}
            language={language}
            path={path}
            goTo={(...next) => {
              location.hash = addressOf([room.id, ...next]);
            }}
          />
        </NamesContext.Provider>
      )}
    </Page>
  );
}

const mineSchema = z.array(z.string());

function RoomList(props: {
  readonly rooms: readonly Room[];
  readonly may: readonly string[];
  readonly language: Language;
}) {
  const { rooms, may, language } = props;
  if (rooms.length === 0) return <p>{words(language, 'office.rooms.none')}</p>;
  return (
    <nav aria-label={words(language, 'office.rooms')}>
      <ul class="office__rooms">
        {rooms.map((room) => (
          <li key={room.id}>
            <a class="office__room" href={addressOf([room.id])}>
              <strong>{words(language, room.title)}</strong>
              <span>{aboutRoom(room, may, (phrase) => words(language, phrase))}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function OpenRoom({ room, ...props }: RoomProps & { readonly room: Room }) {
  const [Opened, setOpened] = useState<ComponentType<RoomProps>>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    room.load().then(
      (loaded) => setOpened(() => loaded),
      () => setFailed(true),
    );
  }, [room]);
  if (failed) return <Notice state="bad" happened={words(props.language, 'office.room.failed')} />;
  if (Opened === undefined) return <p>{words(props.language, 'office.loading')}</p>;
  return <Opened {...props} />;
}
