/** The frame as it will stand on another page: it grows with what it shows. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isHeight } from '../embed/height.ts';

export function Preview({ src, title }: { src: string; title: string }): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(800);
  useEffect(() => {
    const hear = (e: MessageEvent): void => {
      if (e.source === frame.current?.contentWindow && isHeight(e.data)) setHeight(e.data.height);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  // A new address would only change the fragment of the page in the frame; a new frame reads it.
  return <iframe key={src} ref={frame} src={src} title={title} width="100%" height={height} />;
}
