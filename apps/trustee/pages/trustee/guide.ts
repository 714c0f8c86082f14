import type { TrusteeState } from '../../src/api/state.ts';

/** The phrase that says what to do next. */
export function guideOf({ step, check, station, sharedFor }: TrusteeState) {
  switch (step) {
    case 'empty':
      return 'trustee.start.guide';
    case 'certificate':
      return 'trustee.certificate.guide';
    case 'polynomial':
      return 'trustee.polynomial.guide';
    case 'share':
      return 'trustee.share.guide';
    case 'key':
      return 'trustee.key.guide';
    case 'election':
      switch (check.phase) {
        case 'fetching':
        case 'checking':
          return 'trustee.opening.guide.checking';
        case 'checked':
          return 'trustee.opening.guide.checked';
        case 'refused':
          return isAboutRecord(check.refusal.type) ? 'trustee.opening.guide.refused' : openingGuide(station);
        default:
          return openingGuide(station);
      }
    case 'opened':
      if (check.phase === 'refused' && isAboutRecord(check.refusal.type)) {
        return 'trustee.opening.guide.refusedLater';
      }
      if (sharedFor?.isSent === true) return 'trustee.opening.guide.done';
      return station === null ? 'trustee.opening.guide.file' : 'trustee.opening.guide.send';
  }
}

function openingGuide(station: TrusteeState['station']) {
  return station === null ? 'trustee.opening.guide.files' : 'trustee.opening.guide.compare';
}

/** Whether a refusal says that the record itself must not be opened, and not only that it could not be had. */
export function isAboutRecord(refusalType: string): boolean {
  return /^(record-|void-list-|second-ballot-list)/.test(refusalType);
}
