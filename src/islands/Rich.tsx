/** A compiled text as React elements: paragraphs, lists, links, official names, figures. Never as an HTML string. */
import type { ReactNode } from 'react';
import { href } from '../components/url.ts';
import type { Block, Inline, Rich as Tree } from '../model/rich.ts';

function inline(node: Inline, key: number, official: string | undefined): ReactNode {
  if (typeof node === 'string') return node;
  switch (node.t) {
    case 'o':
      return (
        <span key={key} className="official" lang={official}>
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
      const inside = inlines(node.c, official);
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
      return <strong key={key}>{inlines(node.c, official)}</strong>;
    case 'i':
      return <em key={key}>{inlines(node.c, official)}</em>;
  }
}

const inlines = (nodes: Inline[], official: string | undefined): ReactNode[] =>
  nodes.map((n, i) => inline(n, i, official));

function block(node: Block, key: number, official: string | undefined): ReactNode {
  if (node.t === 'p') return <p key={key}>{inlines(node.c, official)}</p>;
  if (node.t === 'h')
    return (
      <p key={key}>
        <strong>{inlines(node.c, official)}</strong>
      </p>
    );
  const List = node.t;
  return (
    <List key={key}>
      {node.items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a compiled text never changes its order
        <li key={i}>{item.map((b, j) => block(b, j, official))}</li>
      ))}
    </List>
  );
}

interface Props {
  text: Tree | undefined;
  /** Language of official names inside the text; undefined where the text itself is in it. */
  official?: string | undefined;
}

/** Nothing for an undefined text. */
export function Rich({ text, official }: Props): ReactNode {
  return text?.map((b, i) => block(b, i, official));
}
