/** The content's shape, defined once: everything else takes its types from here. */
export * from './basic.ts';
export * from './condition.ts';
export * from './entries.ts';
export * from './law.ts';
export * from './letter.ts';
export * from './plain.ts';
export * from './procedure.ts';
export * from './resolved.ts';
export * from './rich.ts';
export * from './who.ts';
