/** A box to tick off what is ready. Ticks live as long as the page is open, unless the reader asked to keep them. */
import { type ReactNode, useState } from 'react';

const ticked = new Set<string>();
/** Told to the window whenever a tick changes. */
export const tickEvent = 'guide-tick';

export const allTicked = (): string[] => [...ticked];

/** Puts kept ticks back, before any box is shown. */
export function tickThese(ids: string[]): void {
  for (const id of ids) ticked.add(id);
}

/** Takes every tick away. */
export const untickAll = (): void => ticked.clear();

export function Tick({ id }: { id: string }): ReactNode {
  const [on, setOn] = useState(() => ticked.has(id));
  return (
    <input
      type="checkbox"
      id={`tick-${id}`}
      checked={on}
      onChange={(e) => {
        setOn(e.target.checked);
        if (e.target.checked) ticked.add(id);
        else ticked.delete(id);
        dispatchEvent(new Event(tickEvent));
      }}
    />
  );
}
