import { asDevice } from '@bilik/ui/call';
import { CopyLine } from '@bilik/ui/copy-line';
import type { BoardAnswer, MinutesAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { PaperCopies } from '../papers/paper-copies.tsx';
import { BrowserCheck } from './browser-check.tsx';

export interface DownloadsProps {
  readonly state: BoardAnswer;
  readonly contests: MinutesAnswer['contests'];
  /** The hand count decided: the sum was never opened, and there is no whole record. */
  readonly isBySlips: boolean;
}

/**
 * Where the downloaded files are put so that both commands work as they are copied. The tool of Belenios gets a folder
 * that holds the record alone.
 */
const CHECK_FOLDER = 'periksa';
const RECORD_FOLDER = `${CHECK_FOLDER}/arsip`;

function bilikCommand(isSealed: boolean): string {
  const result = isSealed ? ` --result ${CHECK_FOLDER}/result.json` : '';
  return `npx --no-install bilik verify ${CHECK_FOLDER}/record.bel --void ${CHECK_FOLDER}/void.json${result}`;
}

const INSTALL_BELENIOS = 'apt-get install belenios-tool';
const BELENIOS_COMMAND = `mkdir -p ${RECORD_FOLDER} && cp ${CHECK_FOLDER}/record.bel ${RECORD_FOLDER}/ && belenios-tool election verify --dir ${RECORD_FOLDER}`;

/** What everybody may take along, and how to check it with a tool that we wrote and with one that others wrote. */
export function Downloads({ state, contests, isBySlips }: DownloadsProps) {
  const say = useBoardWords();
  const isSealed = state.phase === 'sealed';
  return (
    <section class="stack">
      <h2>{say('board.files')}</h2>
      <p>{say(isSealed ? 'board.files.means' : 'board.files.beforeSeal')}</p>
      <div class="button-row">
        <a
          class={`button button--large ${isSealed ? 'button--primary' : ''}`}
          href={asDevice('/papers/berita-acara.pdf')}
          target="_blank"
          rel="noopener"
        >
          {say('board.seal.openPaper')}
        </a>
        {!isBySlips && (
          <a class="button button--large" href={asDevice('/api/record/record.bel')} download="record.bel">
            record.bel
          </a>
        )}
        <a class="button button--large" href={asDevice('/api/record/void')} download="void.json">
          void.json
        </a>
        {isSealed && (
          <a class="button button--large" href={asDevice('/api/record/result.json')} download="result.json">
            result.json
          </a>
        )}
        {isSealed && (
          <a
            class="button button--large"
            href={asDevice('/api/record/peristiwa.json')}
            download="peristiwa.json"
          >
            peristiwa.json
          </a>
        )}
        {isSealed && (
          <a
            class="button button--large"
            href={asDevice('/api/record/periksa-qr.html')}
            download="periksa-qr.html"
          >
            periksa-qr.html
          </a>
        )}
      </div>
      {isSealed && <p>{say('board.files.codePage')}</p>}
      {isSealed && <PaperCopies state={state} />}
      {isBySlips && <p>{say('board.files.bySlips')}</p>}
      {!isBySlips && (
        <>
          {state.outcome !== null && (
            <CopyLine label={say('board.files.fingerprint')} value={state.outcome.recordHash} groupSize={4} />
          )}
          <h2>{say('board.verify')}</h2>
          <p>{say('board.verify.means')}</p>
          <ol class="commands">
            <li>{say('board.verify.folder', { folder: CHECK_FOLDER })}</li>
            <li>
              <p>{say('board.verify.ours.means')}</p>
              <CopyLine label={say('board.verify.ours')} value={bilikCommand(isSealed)} />
            </li>
            <li>
              <p>{say('board.verify.theirs.means')}</p>
              <CopyLine label={say('board.verify.install')} value={INSTALL_BELENIOS} />
              <CopyLine label={say('board.verify.theirs')} value={BELENIOS_COMMAND} />
            </li>
          </ol>
          <h2>{say('board.verify.inBrowser')}</h2>
          <p>{say('board.verify.here.means')}</p>
          <BrowserCheck contests={contests} />
        </>
      )}
    </section>
  );
}
