/** The rules: pure functions, the same in Node and in the browser. */
export * from './analyse.ts';
export * from './answers.ts';
export * from './checklist.ts';
export * from './condition.ts';
export * from './dates.ts';
export * from './facts.ts';
export * from './walk.ts';
