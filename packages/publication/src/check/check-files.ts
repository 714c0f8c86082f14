import { evidencePath, isOutsideManifest, type Manifest, SNAPSHOT_PATH } from '../site/index.ts';
import { hexSha256 } from '../snapshot/index.ts';
import type { Publication } from './check-history.ts';
import type { SiteFinding } from './finding.ts';
import type { SiteFiles } from './site-files.ts';

/** Every file that the manifest lists is there byte for byte, and nothing is there that it does not list. */
export function checkManifestFiles(files: SiteFiles, manifest: Manifest): SiteFinding[] {
  const listed = new Set(manifest.files.map(({ path }) => path));
  return [
    ...manifest.files.flatMap(({ path, sha256, bytes }): SiteFinding[] => {
      const content = files.bytes(path);
      if (content === undefined) return [{ rule: 'manifest', fault: 'missing', at: path }];
      const isSame = content.length === bytes && hexSha256(content) === sha256;
      return isSame ? [] : [{ rule: 'manifest', fault: 'changed', at: path }];
    }),
    ...files.paths
      .filter((path) => !isOutsideManifest(path) && !listed.has(path))
      .map((at): SiteFinding => ({ rule: 'manifest', fault: 'not-listed', at })),
  ];
}

/**
 * The evidence that a publication lists is the evidence that its snapshot names, and each file is what its name says: the name is the hash of
 * its bytes. A manifest could list another photo under a sheet's name, no photo at all, or a page of its own beside them. The data that it
 * lists are its snapshot's, whatever program wrote them.
 */
export function checkEvidenceNames(publication: Publication): SiteFinding[] {
  const { manifest, snapshot, snapshotHash, path, isNewest } = publication;
  const say = (fault: 'missing' | 'changed' | 'not-as-named' | 'not-listed', file: string): SiteFinding => ({
    ...{ rule: 'manifest', fault },
    at: isNewest ? file : `${path}#${file}`,
  });
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const named = new Map(snapshot.files.map((file) => [evidencePath(file), file]));
  const listedData = listed.get(SNAPSHOT_PATH)?.sha256;
  return [
    ...(listedData === snapshotHash
      ? []
      : [say(listedData === undefined ? 'missing' : 'changed', SNAPSHOT_PATH)]),
    ...[...named].flatMap(([file, { sha256, bytes }]) => {
      const found = listed.get(file);
      if (found === undefined) return [say('missing', file)];
      return found.sha256 === sha256 && found.bytes === bytes ? [] : [say('not-as-named', file)];
    }),
    ...[...listed.keys()]
      .filter((file) => file.startsWith('berkas/') && !named.has(file))
      .map((file) => say('not-listed', file)),
  ];
}
