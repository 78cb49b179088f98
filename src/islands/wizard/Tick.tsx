/** A box to tick off what is ready. Nothing is stored: ticks live as long as the page is open. */
import { type ReactNode, useState } from 'react';

const ticked = new Set<string>();

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
      }}
    />
  );
}
