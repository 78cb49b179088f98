/**
 * Text after its references were resolved: a small tree that pages, the wizard, PDFs and data all render.
 * Plain data, so that it travels as JSON and no HTML string is ever injected.
 */
export type Inline =
  | string
  | { t: 'b'; c: Inline[] }
  | { t: 'i'; c: Inline[] }
  /** A link; `ext` marks another site. `href` of the guide's own pages has no base path. */
  | { t: 'a'; href: string; ext?: true; c: Inline[] }
  /** An official name in the country's language; `term` is its glossary id. */
  | { t: 'o'; c: string; term?: string }
  /** A figure from a dated fact; `d` marks grade D. */
  | { t: 'f'; c: string; d?: true };

export type Block = { t: 'p'; c: Inline[] } | { t: 'h'; c: Inline[] } | { t: 'ul' | 'ol'; items: Block[][] };

/** Names of the fields of text files that may hold references, lists and links; all other texts are plain. */
export const richFields: ReadonlySet<string> = new Set([
  'body',
  'note',
  'hint',
  'forWhom',
  'notForWhom',
  'missed',
  'reported',
  'meanwhile',
  'does',
  'doesNot',
  'complaints',
  'then',
]);

/** A whole text. */
export type Rich = Block[];
