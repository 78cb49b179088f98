/** Answers and ticks of one procedure on the reader's own device: only after she ticked the box, and until she clears it. */

export interface Remembered {
  /** The fragment with the answers. */
  hash: string;
  /** Ids of what was ticked off. */
  ticks: string[];
}

/** What came back from the device. */
export interface Recalled extends Remembered {
  /** True where a part of it could not be read. */
  damaged: boolean;
}

const isTick = (x: unknown): x is string => typeof x === 'string';

// Another guide may live on the same host.
const keyOf = (procedure: string): string => `guide ${import.meta.env.BASE_URL} ${procedure}`;

/** Reads what an older edition, a broken write or another program may have left; keeps what can be used. Never throws. */
export function readRecalled(text: string): Recalled {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    read = undefined;
  }
  const { hash, ticks } = Object(read) as { hash?: unknown; ticks?: unknown };
  const goodHash = typeof hash === 'string' && (hash === '' || hash.startsWith('#'));
  const goodTicks = Array.isArray(ticks) && ticks.every(isTick);
  return {
    hash: goodHash ? hash : '',
    ticks: Array.isArray(ticks) ? ticks.filter(isTick) : [],
    damaged: !goodHash || !goodTicks,
  };
}

/** What is kept for a procedure; undefined if nothing is, or storage is closed. */
export function recall(procedure: string): Recalled | undefined {
  try {
    const text = localStorage.getItem(keyOf(procedure));
    return text === null ? undefined : readRecalled(text);
  } catch {
    return undefined;
  }
}

/** Keeps it. False where the browser does not let us, such as in a private window. */
export function remember(procedure: string, kept: Remembered): boolean {
  try {
    localStorage.setItem(keyOf(procedure), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function forget(procedure: string): void {
  try {
    localStorage.removeItem(keyOf(procedure));
  } catch {
    // Where nothing can be stored, nothing is there.
  }
}
