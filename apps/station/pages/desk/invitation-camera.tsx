import { Button } from '@bilik/ui/button';
import { CameraView } from '@bilik/ui/camera-view';
import { Notice } from '@bilik/ui/notice';
import { useRef, useState } from 'preact/hooks';
import { useDeskWords } from './desk-words.ts';

/** The camera of the desk, and what it saw last: the same letter, still lying there, is not read for the next voter. */
export interface DeskCamera {
  readonly isOn: boolean;
  readonly setOn: (isOn: boolean) => void;
  readonly isNews: (text: string) => boolean;
}

export function useDeskCamera(): DeskCamera {
  const [isOn, setOn] = useState(false);
  const last = useRef('');
  return {
    isOn,
    setOn,
    isNews(text) {
      const isNew = text !== last.current;
      last.current = text;
      return isNew;
    },
  };
}

/** Scans invitations by camera: asked for only when somebody wants it, and its code is loaded only then. */
export function InvitationCamera(props: {
  readonly camera: DeskCamera;
  readonly onText: (text: string) => void;
}) {
  const { camera, onText } = props;
  const say = useDeskWords();
  const [isMissing, setMissing] = useState(false);
  return (
    <div class="stack stack--tight">
      {camera.isOn && (
        <CameraView
          label={say('desk.camera.view')}
          facing="environment"
          lookWidthPixels={900}
          onText={(text) => {
            if (camera.isNews(text)) onText(text);
          }}
          onFailed={() => {
            camera.setOn(false);
            setMissing(true);
          }}
        />
      )}
      {isMissing && (
        <Notice state="info" happened={say('desk.camera.missing')} toDo={say('desk.camera.toDo')} />
      )}
      <div>
        <Button
          onPress={() => {
            setMissing(false);
            camera.setOn(!camera.isOn);
          }}
        >
          {say(camera.isOn ? 'desk.camera.off' : 'desk.camera.on')}
        </Button>
      </div>
    </div>
  );
}
