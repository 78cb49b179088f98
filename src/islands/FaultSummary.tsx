/** What is missing or wrong, said at the top too: it takes the focus and leads to the fields. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useVoice } from './voice.ts';

export interface SummaryItem {
  /** Id of the input. */
  field: string;
  /** Name of the field, where there is more than one on the page. */
  label?: string;
  text: string;
}

export function FaultSummary({ items, id }: { items: SummaryItem[]; id: string }): ReactNode {
  const { t } = useVoice().kit;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="fault-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby={id}>
      <h2 id={id}>
        <span>{t('wizard.faultTitle')}</span>
      </h2>
      <ul>
        {items.map((x) => (
          <li key={x.field}>
            <a
              href={`#${x.field}`}
              onClick={(e) => {
                // The address may hold answers: the jump must not replace them.
                e.preventDefault();
                document.getElementById(x.field)?.focus();
              }}
            >
              {x.label && (
                <>
                  <span>{x.label}</span>
                  <span>{': '}</span>
                </>
              )}
              <span>{x.text}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
