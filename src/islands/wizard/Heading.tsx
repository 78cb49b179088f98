/** The heading of a screen: it takes the focus and names the browser's tab after each step. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useVoice } from '../voice.ts';

interface Props {
  /** Steps taken since the page opened; on the first screen nobody's focus is moved. */
  steps: number;
  /** The heading in words. */
  text: string;
  /** What the wizard is about. */
  title: string;
  fault?: boolean;
  children: ReactNode;
}

export function Heading({ steps, text, title, fault = false, children }: Props): ReactNode {
  const { t } = useVoice().kit;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (steps === 0) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.wizard')?.scrollIntoView();
  }, [steps]);
  const name = t(fault ? 'wizard.tabFault' : 'wizard.tab', { step: text, title });
  useEffect(() => {
    document.title = name;
  }, [name]);
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
