/**
 * The oldest browsers in which everything works (all of March 2022), and what that means for what is built. In older ones
 * pages can be read and the full list is there: tests/browser/old.test.ts.
 */

/** Targets of the bundler, for scripts and styles. Cascade layers set them: without those no style of the guide counts. */
export const floor = ['chrome99', 'edge99', 'firefox97', 'safari15.4'];

/** The newest edition of ECMAScript whose syntax scripts may use. */
export const syntax = 2022;
