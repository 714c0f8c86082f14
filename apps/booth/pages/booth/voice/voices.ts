/** Addresses inside this page, by the clip's file name. */
export type Voices = ReadonlyMap<string, string>;

/**
 * Takes every clip of every language into the page, one after the other in the booth's own order, before anybody begins: a clip that
 * were asked for when it is needed would tell the booth's process what somebody listens to.
 * @returns what could be had; a clip that could not is not said
 */
export async function takeInVoices(files: readonly string[]): Promise<Voices> {
  const voices = new Map<string, string>();
  for (const file of files) {
    try {
      const answer = await fetch(`/voices/${file}`);
      if (answer.ok) voices.set(file, URL.createObjectURL(await answer.blob()));
    } catch {
      // the process was not heard; the rest may be there
    }
  }
  return voices;
}
