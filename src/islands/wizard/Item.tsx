/** What the parts of the result share: a section, a note, and what is doubtful about an item. */
import { type ReactNode, useSyncExternalStore } from 'react';
import type { ViewItem } from '../../i18n/view.ts';
import { Rich } from '../Rich.tsx';
import { useVoice } from '../voice.ts';
import { BothWords } from './Both.tsx';

/** Condition that is still open, and the warning of grade D. */
export function Doubts({ item }: { item: ViewItem }): ReactNode {
  const { t } = useVoice().kit;
  return (
    <>
      {item.condition && <p className="only-if">{t('list.onlyIf', { condition: item.condition })}</p>}
      {item.proof?.weak && <p className="weak">{t('evidence.confirm')}</p>}
    </>
  );
}

/** False on the server and while the page wakes up: what it rendered must stay as it is until then. */
const useAwake = (): boolean =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );

export function Note({ text }: { text: ViewItem['note'] }): ReactNode {
  return <Rich text={text} official={useVoice().official} explain={useAwake()} />;
}

export function Section({
  name,
  word,
  children,
}: {
  name: string;
  word: string;
  children: ReactNode;
}): ReactNode {
  return (
    <section aria-labelledby={`part-${name}`}>
      <h2 id={`part-${name}`} tabIndex={-1}>
        <BothWords word={word} />
      </h2>
      {children}
    </section>
  );
}
