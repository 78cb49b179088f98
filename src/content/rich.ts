/** Markdown of the content files → a small tree, with figures, terms and links filled in. */
import MarkdownIt, { type Token } from 'markdown-it';
import { type Locale, limitText, type T, unitOf, valueText } from '../i18n/format.ts';
import type { Block, Channel, Day, Inline, Rich } from '../model/index.ts';
import { valueOn, worth } from '../rules/index.ts';
import type { Content } from './load.ts';

export { plain } from '../model/plain.ts';

/** What a text is compiled for. */
export interface RichContext {
  content: Content;
  l: Locale;
  t: T;
  /** The day whose figures are shown. */
  day: Day;
  /** Takes what is wrong with the text: problem and mend. */
  fault: (problem: string, mend: string) => void;
}

const md = new MarkdownIt('zero', { html: false }).enable([
  'emphasis',
  'link',
  'list',
  'heading',
  'escape',
  'newline',
]);

// References are read before Markdown's own links, so that [[…]] is never taken for one.
md.inline.ruler.before('link', 'reference', (state, silent) => {
  const m = /^(?:\{\{([a-z0-9-]+)(?::([a-z]+))?\}\}|\[\[(=?)([^\]]+)\]\])/.exec(
    state.src.slice(state.pos, state.pos + 200),
  );
  if (!m) return false;
  if (!silent) {
    const token = state.push('reference', '', 0);
    token.meta = m[1] ? { fact: m[1], channel: m[2] } : { official: m[4], literal: m[3] === '=' };
  }
  state.pos += m[0].length;
  return true;
});
// The plain-text rule runs past "{" unless it is told to stop there.
md.inline.ruler.at('text', (state, silent) => {
  let end = state.pos;
  while (end < state.posMax && !'{[]*_\\!\n`<&:'.includes(state.src[end] as string)) end++;
  if (end === state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
});

/** Where an internal link leads: kind → (id exists?, address below the language folder). */
const targets: Record<string, (c: Content, id: string) => string | undefined> = {
  procedure: (c, id) => (c.procedures.has(id) ? `procedures/${id}/` : undefined),
  checklist: (c, id) => (c.procedures.has(id) ? `procedures/${id}/checklist/` : undefined),
  question: (c, id) => (c.questions.has(id) ? `questions/${id}/` : undefined),
  authority: (c, id) => (c.authorities.has(id) ? `authorities/${id}/` : undefined),
  page: (c, id) => (c.pages.has(id) ? `${id}/` : undefined),
  living: (c, id) => (c.hubs.has(id) ? `living/${id}/` : undefined),
  letter: (c, id) => (c.letters.has(id) ? `letters/${id}/` : undefined),
};

/** Address below the language folder of a place written as kind:id; undefined if there is no such place. */
export function addressOf(c: Content, target: string): string | undefined {
  const [kind = '', id = ''] = target.split(':');
  return Object.hasOwn(targets, kind) ? targets[kind]?.(c, id) : undefined;
}

function link(x: RichContext, href: string): { href: string; ext?: true } {
  if (href.startsWith('https://') || href.startsWith('mailto:') || href.startsWith('tel:'))
    return { href, ext: true };
  const address = addressOf(x.content, href);
  if (address === undefined)
    x.fault(
      `the link "${href}" leads nowhere`,
      `use one of ${Object.keys(targets).join(':, ')}: with an id that exists, or https://`,
    );
  return { href: `/${x.l.code}/${address ?? ''}` };
}

/** What stands between {{…}} or [[…]]. */
interface Reference {
  fact?: string;
  channel?: Channel;
  official?: string;
  literal?: boolean;
}

const byOfficial = new WeakMap<Content, Map<string, string>>();

/** The glossary's id for an official name, whatever its capitals. */
export function termOf(c: Content, official: string): string | undefined {
  let ids = byOfficial.get(c);
  if (!ids) {
    ids = new Map([...c.terms.values()].map((w) => [w.data.official.toLowerCase(), w.id]));
    byOfficial.set(c, ids);
  }
  return ids.get(official.toLowerCase());
}

function reference(x: RichContext, meta: Reference): Inline {
  if (meta.official !== undefined) {
    if (meta.literal) {
      const known = termOf(x.content, meta.official);
      return { t: 'o', c: meta.official, ...(known && { term: known }) };
    }
    const term = x.content.terms.get(meta.official);
    if (!term)
      x.fault(
        `[[${meta.official}]] is not in the glossary`,
        'add it to content/glossary, or write [[=the official words]]',
      );
    return { t: 'o', c: term?.data.official ?? meta.official, term: meta.official };
  }
  const id = meta.fact as string;
  const fact = x.content.factTable[id];
  if (!fact) {
    x.fault(`{{${id}}} is not a dated fact`, 'use the id of a fee, amount or time limit in content/law');
    return id;
  }
  const missing = (mend: string): void =>
    x.fault(`{{${id}${meta.channel ? `:${meta.channel}` : ''}}} has no value on ${x.day}`, mend);
  if ('counting' in fact) {
    if (!valueOn(fact.values, x.day)) missing('add a value for that day');
    return { t: 'f', c: limitText(x.t, fact, x.day) };
  }
  const value = worth(x.content.factTable, id, x.day, meta.channel);
  if (!value)
    missing(
      meta.channel
        ? 'use a channel that the fact has'
        : fact.values.some((v) => 'channel' in v && v.channel)
          ? 'name the channel, such as {{id:online}}, or add a value for that day'
          : 'add a value for that day',
    );
  return {
    t: 'f',
    c: valueText(x.l, x.t, value, unitOf(fact)),
    ...(value?.grade === 'D' && { d: true as const }),
  };
}

function inlines(x: RichContext, tokens: Token[]): Inline[] {
  const stack: Inline[][] = [[]];
  const top = (): Inline[] => stack[stack.length - 1] as Inline[];
  const push = (node: Inline): void => {
    const list = top();
    const last = list[list.length - 1];
    if (typeof node === 'string' && typeof last === 'string') list[list.length - 1] = last + node;
    else list.push(node);
  };
  const close = (make: (c: Inline[]) => Inline): void => push(make(stack.pop() as Inline[]));
  const links: { href: string; ext?: true }[] = [];
  for (const token of tokens) {
    if (token.type === 'text') push(token.content);
    else if (token.type === 'softbreak' || token.type === 'hardbreak') push(' ');
    else if (token.type === 'reference') push(reference(x, token.meta as Reference));
    else if (token.type === 'link_open') {
      links.push(link(x, String(token.attrGet('href') ?? '')));
      stack.push([]);
    } else if (token.nesting === 1) stack.push([]);
    else if (token.type === 'link_close') {
      const target = links.pop() as { href: string; ext?: true };
      close((c) => ({ t: 'a', ...target, c }));
    } else if (token.type === 'strong_close') close((c) => ({ t: 'b', c }));
    else if (token.type === 'em_close') close((c) => ({ t: 'i', c }));
    else push(token.content);
  }
  return top();
}

function blocks(x: RichContext, tokens: Token[]): Rich {
  const root: Block[] = [];
  const open: { list: Block[]; items?: Block[][] }[] = [{ list: root }];
  const here = (): { list: Block[]; items?: Block[][] } =>
    open[open.length - 1] as { list: Block[]; items?: Block[][] };
  let heading = false;
  for (const token of tokens) {
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open': {
        const items: Block[][] = [];
        here().list.push({ t: token.type === 'bullet_list_open' ? 'ul' : 'ol', items });
        open.push({ list: [], items });
        break;
      }
      case 'list_item_open': {
        const item: Block[] = [];
        here().items?.push(item);
        open.push({ list: item });
        break;
      }
      case 'list_item_close':
      case 'bullet_list_close':
      case 'ordered_list_close':
        open.pop();
        break;
      case 'heading_open':
        heading = true;
        break;
      case 'heading_close':
        heading = false;
        break;
      case 'inline':
        here().list.push({ t: heading ? 'h' : 'p', c: inlines(x, token.children ?? []) });
        break;
    }
  }
  return root;
}

/** Compiles a text with blocks (paragraphs, lists, headings). */
export const rich = (x: RichContext, text: string): Rich => blocks(x, md.parse(text, {}));
