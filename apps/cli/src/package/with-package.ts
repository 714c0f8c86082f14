import { type OpenedPackage, openPackage, openPackageFile } from '@bilik/transfer';
import { explainPackageRefusal, LANGUAGES, type Language, type PackageRefusal } from '@bilik/words';

/** Opens a package's file for one look. @returns what `act` returns, or 1 after saying why there is nothing to look at */
export async function withPackage(
  path: string,
  language: Language | undefined,
  act: (opened: OpenedPackage) => number | Promise<number>,
): Promise<number> {
  let file: ReturnType<typeof openPackageFile>;
  try {
    file = openPackageFile(path);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return sayRefusal({ type: 'package-unreadable', reason: error.message }, language);
  }
  if (file === undefined) return sayRefusal({ type: 'package-not-one' }, language);
  try {
    const opened = openPackage(file.source);
    return opened.ok ? await act(opened.value) : sayRefusal(opened.error, language);
  } finally {
    file.close();
  }
}

/** Says a refusal in one language, or in both. @returns the exit code of a refusal */
export function sayRefusal(refusal: PackageRefusal, language?: Language): 1 {
  return say(refusal, language === undefined ? LANGUAGES : [language], 'place');
}

/** Says to the office that makes a package why it was not written. @returns the exit code of a refusal */
export function sayRefusalToOffice(refusal: PackageRefusal): 1 {
  return say(refusal, LANGUAGES, 'office');
}

function say(refusal: PackageRefusal, languages: readonly Language[], reader: 'place' | 'office'): 1 {
  for (const language of languages) {
    const { happened, toDo } = explainPackageRefusal(language, refusal, reader);
    console.error(`${happened} ${toDo}`);
  }
  return 1;
}
