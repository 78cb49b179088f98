/** Answers and ticks of one procedure on the reader's own device: only after she ticked the box, and until she clears it. */

export interface Remembered {
  /** The fragment with the answers. */
  hash: string;
  /** Ids of what was ticked off. */
  ticks: string[];
}

// Another guide may live on the same host.
const keyOf = (procedure: string): string => `guide ${import.meta.env.BASE_URL} ${procedure}`;

/** What is kept for a procedure; nothing if storage is closed or holds something else. */
export function recall(procedure: string): Remembered | undefined {
  try {
    const { hash, ticks } = JSON.parse(localStorage.getItem(keyOf(procedure)) ?? '{}');
    if (typeof hash !== 'string' || !hash.startsWith('#') || !Array.isArray(ticks)) return undefined;
    return { hash, ticks: ticks.filter((x) => typeof x === 'string') };
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
