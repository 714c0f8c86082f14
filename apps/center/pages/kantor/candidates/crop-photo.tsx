import { Button } from '@bilik/ui/button';
import { FileField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { jpegOf, openPicture } from '@bilik/ui/picture';
import { useEffect, useRef, useState } from 'preact/hooks';
import { toBase64 } from '../../common/base64.ts';
import { Slider } from '../set-up/slider.tsx';
import { words } from './candidates-wire.ts';

/** What the office keeps: three by four, as a passport photo; the door holds it to the same. */
const WIDTH = 600;
const HEIGHT = 800;
const QUALITY = 0.8;
/** A file of a good camera; larger ones would fill the memory of an office computer. */
const LIMIT_BYTES = 20_000_000;

/** Chooses a photo and crops it in the browser: only the cropped picture is sent, without anything else that was in the file. */
export function CropPhoto(props: {
  readonly name: string;
  readonly language: 'id' | 'en';
  readonly onSet: (jpeg: string) => Promise<boolean>;
}) {
  const { name, language, onSet } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [picture, setPicture] = useState<ImageBitmap>();
  const [problem, setProblem] = useState<string>();
  const [zoom, setZoom] = useState(100);
  const [across, setAcross] = useState(50);
  const [down, setDown] = useState(50);
  const choose = async (file: File) => {
    setPicture(undefined);
    if (file.size > LIMIT_BYTES) {
      const megabytes = Math.ceil(file.size / 1_000_000);
      setProblem(words(language, 'candidates.photo.tooLarge', { megabytes }));
      return;
    }
    const opened = await openPicture(file);
    setPicture(opened);
    setProblem(opened === undefined ? words(language, 'candidates.photo.unreadable') : undefined);
  };
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (picture === undefined || pen === undefined || pen === null) return;
    const scale = (Math.max(WIDTH / picture.width, HEIGHT / picture.height) * zoom) / 100;
    const [width, height] = [picture.width * scale, picture.height * scale];
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.drawImage(picture, ((WIDTH - width) * across) / 100, ((HEIGHT - height) * down) / 100, width, height);
  }, [picture, zoom, across, down]);
  const set = async () => {
    const jpeg = canvas.current === null ? undefined : await jpegOf(canvas.current, QUALITY);
    if (jpeg === undefined) return;
    if (await onSet(toBase64(new Uint8Array(await jpeg.arrayBuffer())))) setPicture(undefined);
  };
  return (
    <div class="stack">
      <h3>{words(language, 'candidates.photo', { name })}</h3>
      <FileField
        label={words(language, 'candidates.photo.choose')}
        hint={words(language, 'candidates.photo.hint')}
        accept="image/jpeg,image/png,image/webp"
        onFile={(file) => void choose(file)}
      />
      {problem !== undefined && <Notice state="warn" happened={problem} />}
      {picture !== undefined && (
        <div class="crop">
          <canvas
            ref={canvas}
            class="crop__picture"
            width={WIDTH}
            height={HEIGHT}
            role="img"
            aria-label={words(language, 'candidates.photo', { name })}
          />
          <div class="stack">
            <Slider
              label={words(language, 'candidates.photo.zoom')}
              value={zoom}
              min={100}
              max={400}
              unit=" %"
              onMove={setZoom}
            />
            <Slider
              label={words(language, 'candidates.photo.across')}
              value={across}
              min={0}
              max={100}
              unit=" %"
              onMove={setAcross}
            />
            <Slider
              label={words(language, 'candidates.photo.down')}
              value={down}
              min={0}
              max={100}
              unit=" %"
              onMove={setDown}
            />
            <Button onPress={set}>{words(language, 'candidates.photo.set')}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
