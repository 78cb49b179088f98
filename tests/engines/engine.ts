/** What a journey needs of a browser, whichever engine and driver is behind it. */

export interface Engine {
  name: string;
  /** What the engine calls itself, with its version. */
  version: string;
  go(url: string): Promise<void>;
  /** The value of an expression on the page; a promise is waited for. */
  js<T>(expression: string): Promise<T>;
  click(css: string): Promise<void>;
  /** Types a text into a field. */
  write(css: string, text: string): Promise<void>;
  /** The page on paper; undefined where the driver cannot print. */
  pdf(): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

/** Thrown where an engine is not on this machine. */
export class Missing extends Error {
  constructor(engine: string, install: string) {
    super(`${engine} is not installed here. Install it: ${install}`);
  }
}

const patience = 30_000;

/** Waits until an expression on the page is true. */
export async function until(engine: Engine, expression: string): Promise<void> {
  const end = Date.now() + patience;
  let last: unknown;
  while (Date.now() < end) {
    try {
      last = await engine.js(expression);
      if (last) return;
    } catch (e) {
      // Between two pages there is nothing to ask.
      last = e;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${engine.name}: never came true: ${expression} (last: ${last})`);
}

/** Whether something that this selector finds can be seen. */
export const visible = (css: string): string =>
  `[...document.querySelectorAll(${JSON.stringify(css)})].some((x) => x.getClientRects().length > 0)`;

/** The text of the first thing that this selector finds; empty if there is none. */
export const textOf = (css: string): string =>
  `(document.querySelector(${JSON.stringify(css)})?.textContent ?? '')`;
