import { setup } from './catalogue/setup.ts';
import type { Language } from './language.ts';
import { type PhraseKey, phrasesOf } from './phrases.ts';
import { fill } from './template.ts';

/** The name of a refusal of `packages/transfer` or of the station, with what it names. */
export interface PackageRefusal {
  readonly type: RefusalType;
  readonly member?: string;
  readonly detail?: string;
  readonly found?: string | number;
  readonly expected?: string;
  readonly least?: number;
  readonly version?: number;
  readonly reason?: string;
  readonly file?: string;
}

type Key = PhraseKey<readonly [typeof setup]>;
type OfPackage = Key extends infer Each
  ? Each extends `setup.refused.${infer Type}`
    ? Type extends 'notHappened' | 'place-file' | `${string}.${string}`
      ? never
      : Type
    : never
  : never;
type OfPlace =
  | 'place-file-unreadable'
  | 'place-file-malformed'
  | 'place-file-changed'
  | 'place-files-disagree';
type RefusalType = OfPackage | OfPlace | 'package-of-other-kind';

/** What happened, what did not, what to do. */
export interface ExplainedRefusal {
  readonly happened: string;
  readonly notHappened: string;
  readonly toDo: string;
}

const phrase = /* @__PURE__ */ phrasesOf(setup);

/**
 * Why a package was refused, for screens and the command line.
 * @param reader who is told: a polling place that received the package, or the office that makes it
 */
export function explainPackageRefusal(
  language: Language,
  refusal: PackageRefusal,
  reader: 'place' | 'office' = 'place',
): ExplainedRefusal {
  const { member = '', detail = '', found = '', expected = '', least = 0, version = 0 } = refusal;
  const { reason = '', file = '' } = refusal;
  const template: string = setup[language][happenedKey(refusal)];
  return {
    happened: fill(language, template, { member, detail, found, expected, least, version, reason, file }),
    notHappened: phrase(language, 'setup.refused.notHappened'),
    toDo: phrase(language, `setup.toDo.${reader === 'office' ? 'prepareAnew' : toDoOf(refusal.type)}`),
  };
}

function happenedKey({ type, found }: PackageRefusal): Key {
  switch (type) {
    case 'package-of-other-kind':
      return found === 'real'
        ? 'setup.refused.package-of-other-kind.real'
        : 'setup.refused.package-of-other-kind.exercise';
    case 'place-file-unreadable':
    case 'place-file-malformed':
    case 'place-file-changed':
    case 'place-files-disagree':
      return 'setup.refused.place-file';
    default:
      return `setup.refused.${type}`;
  }
}

function toDoOf(
  type: RefusalType,
): 'newCopy' | 'retype' | 'rightOne' | 'chooseAgain' | 'goOn' | 'otherMedium' | 'ownMedium' {
  switch (type) {
    case 'package-passphrase-wrong':
      return 'retype';
    case 'package-not-one':
    case 'package-of-other-format':
    case 'package-of-other-issuer':
    case 'package-of-other-kind':
    case 'package-of-other-place':
    case 'package-of-other-election':
    case 'package-of-other-list':
    case 'package-older':
      return 'rightOne';
    case 'package-not-the-shown-one':
      return 'chooseAgain';
    case 'package-version-taken':
    case 'package-day-begun':
      return 'goOn';
    case 'package-unreadable':
      return 'otherMedium';
    case 'package-not-stored':
      return 'ownMedium';
    default:
      return 'newCopy';
  }
}
