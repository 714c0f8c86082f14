/** Why a package is not believed, or not for here. Each has its own sentence; `member` is a name of the closed set, never a path. */
export type PackageProblem =
  /** It does not begin as a package does. */
  | { readonly type: 'package-not-one' }
  | { readonly type: 'package-of-other-format'; readonly found: string }
  | { readonly type: 'package-too-large'; readonly limitBytes: number }
  | { readonly type: 'package-cut-short' }
  | { readonly type: 'package-too-long' }
  | {
      readonly type: 'package-manifest-malformed';
      readonly problems: readonly { readonly path: string; readonly message: string }[];
    }
  /** The same content could be written in another way: one content has one spelling. */
  | { readonly type: 'package-manifest-not-canonical' }
  | { readonly type: 'package-signature-wrong' }
  | { readonly type: 'package-member-unknown'; readonly member: string }
  | { readonly type: 'package-member-missing'; readonly member: string }
  | { readonly type: 'package-member-twice'; readonly member: string }
  | { readonly type: 'package-members-out-of-order'; readonly member: string }
  /** A secret that lies open, or something public that is sealed. */
  | { readonly type: 'package-member-sealed-wrongly'; readonly member: string }
  | { readonly type: 'package-member-changed'; readonly member: string }
  | { readonly type: 'package-passphrase-wrong' }
  /** Whole and signed, and yet its members do not belong together. */
  | { readonly type: 'package-members-disagree'; readonly member: string; readonly detail: string }
  | PackageNotForHere;

/** A sound package that is not the one expected. */
export type PackageNotForHere =
  | { readonly type: 'package-not-the-shown-one' }
  | { readonly type: 'package-of-other-issuer'; readonly found: string }
  /** An exercise for a real polling place, or the reverse. */
  | { readonly type: 'package-of-other-kind'; readonly found: 'exercise' | 'real' }
  | { readonly type: 'package-of-other-place'; readonly found: string; readonly expected: string }
  | { readonly type: 'package-of-other-election'; readonly found: string }
  | { readonly type: 'package-of-other-list'; readonly found: string }
  | { readonly type: 'package-older'; readonly found: number; readonly least: number };

export type PackageAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: PackageProblem };
