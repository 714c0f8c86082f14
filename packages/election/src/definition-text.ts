import { canonicalText, fingerprintText } from './canonical.ts';
import { type ElectionDefinition, electionDefinitionSchema } from './definition.ts';
import { definitionRuleProblems } from './definition-rules.ts';
import type { Problem } from './problem.ts';
import { fail, type Result, succeed } from './result.ts';
import { problemsOf } from './schema-problem.ts';

/** Largest definition accepted as text, in UTF-16 units. A full one with five long names and 60 people has about 20,000. */
export const MAX_DEFINITION_LENGTH = 200_000;

/**
 * Checks an election definition from outside. Limit the size of its text before you parse it; `parseElectionDefinitionText` does.
 * @errors every problem found, each with its path and a sentence; rules between fields are checked wherever the fields
 * they need are sound, so that one reading lists all that must be repaired
 */
export function parseElectionDefinition(input: unknown): Result<ElectionDefinition, readonly Problem[]> {
  const parsed = electionDefinitionSchema.safeParse(input);
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error.issues)),
    ...definitionRuleProblems(input),
  ];
  return parsed.success && problems.length === 0 ? succeed(parsed.data) : fail(problems);
}

/**
 * Reads a definition from its canonical text, as packages carry it.
 * @errors as `parseElectionDefinition`, and: too long, no JSON, not the canonical writing of its content (so that one
 * definition has one fingerprint)
 */
export function parseElectionDefinitionText(text: string): Result<ElectionDefinition, readonly Problem[]> {
  if (text.length > MAX_DEFINITION_LENGTH) {
    return refused('document-too-long', 'Berkas terlalu besar.', 'The file is too large.');
  }
  const json = jsonOf(text);
  if (json === undefined) return refused('not-json', 'Berkas ini bukan JSON.', 'This file is not JSON.');
  const parsed = parseElectionDefinition(json);
  if (!parsed.ok || definitionText(parsed.value) === text) return parsed;
  return refused(
    'not-canonical',
    'Berkas tidak ditulis dalam bentuk baku; ekspor ulang dari pembuatnya.',
    'The file is not in canonical form; export it again where it was made.',
  );
}

/** The one text of a definition: what is stored, sent and fingerprinted. */
export function definitionText(definition: ElectionDefinition): string {
  return canonicalText(definition);
}

/** The text whose SHA-256 is the fingerprint of a definition. */
export function definitionFingerprintText(definition: ElectionDefinition): string {
  return fingerprintText('election-definition', definitionText(definition));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(code: string, id: string, en: string): { ok: false; error: readonly Problem[] } {
  return { ok: false, error: [{ path: '', code, sentence: { id, en } }] };
}
