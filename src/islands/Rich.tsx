/** A compiled text as React elements: paragraphs, lists, links, official names, figures. Never as an HTML string. */
import type { ReactNode } from 'react';
import { href } from '../components/url.ts';
import type { Block, Inline, Rich as Tree } from '../model/rich.ts';

function inline(node: Inline, key: number, voice: Voice): ReactNode {
  if (typeof node === 'string') return node;
  switch (node.t) {
    case 'o':
      // The page around explains its words at its end; a word that it does not explain is no button.
      return voice.explain && node.term && document.getElementById(`word-${node.term}`) ? (
        <button
          key={key}
          type="button"
          className="official"
          lang={voice.official}
          popoverTarget={`word-${node.term}`}
        >
          {node.c}
        </button>
      ) : (
        <span key={key} className="official" lang={voice.official}>
          {node.c}
        </span>
      );
    case 'f':
      return (
        <b key={key} className="figure">
          {node.c}
        </b>
      );
    case 'a': {
      const inside = inlines(node.c, voice);
      return node.ext ? (
        <a key={key} href={node.href} target="_blank" rel="noopener">
          {inside}
        </a>
      ) : (
        <a key={key} href={href(node.href)}>
          {inside}
        </a>
      );
    }
    case 'b':
      return <strong key={key}>{inlines(node.c, voice)}</strong>;
    case 'i':
      return <em key={key}>{inlines(node.c, voice)}</em>;
  }
}

const inlines = (nodes: Inline[], voice: Voice): ReactNode[] => nodes.map((n, i) => inline(n, i, voice));

function block(node: Block, key: number, voice: Voice): ReactNode {
  if (node.t === 'p') return <p key={key}>{inlines(node.c, voice)}</p>;
  if (node.t === 'h')
    return (
      <p key={key}>
        <strong>{inlines(node.c, voice)}</strong>
      </p>
    );
  const List = node.t;
  return (
    <List key={key}>
      {node.items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a compiled text never changes its order
        <li key={i}>{item.map((b, j) => block(b, j, voice))}</li>
      ))}
    </List>
  );
}

interface Voice {
  /** Language of official names inside the text; undefined where the text itself is in it. */
  official?: string | undefined;
  /** Whether official words open their explanation. Only for what the server does not render. */
  explain?: boolean;
}

interface Props extends Voice {
  text: Tree | undefined;
}

/** Nothing for an undefined text. */
export function Rich({ text, ...voice }: Props): ReactNode {
  return text?.map((b, i) => block(b, i, voice));
}
