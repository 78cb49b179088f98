/** The letter as it will stand on paper, or its translation. Everything typed stands isolated, in its own direction. */
import type { ReactNode } from 'react';
import type { Paragraph, Span } from '../../letters/compose.ts';
import { useVoice } from '../voice.ts';

function Piece({ span }: { span: Span }): ReactNode {
  const { t } = useVoice().kit;
  if (typeof span === 'string') return <span>{span}</span>;
  if ('value' in span)
    return (
      <bdi className="typed" translate="no">
        {span.value}
      </bdi>
    );
  if ('boxes' in span) return <span>{span.boxes.join(', ')}</span>;
  return (
    <span className={`gap ${span.gap}`}>
      <span className="visually-hidden">{t('letter.gap', { label: span.label })}</span>
    </span>
  );
}

interface Props {
  paragraphs: Paragraph[];
  lang: string;
  dir: 'ltr' | 'rtl';
}

export function Paper({ paragraphs, lang, dir }: Props): ReactNode {
  return (
    <div className="paper" lang={lang} dir={dir}>
      {paragraphs.map((p) => (
        <div key={p.id} className={`block ${p.style}`}>
          {p.lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
            <p key={i}>
              {line.map((span, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no name but its place
                <Piece key={j} span={span} />
              ))}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}
