/** What organisations take along: addresses, messages, the frame's HTML. */
import { describe, expect, it } from 'vitest';
import { isHeight } from '../../src/islands/embed/height.ts';
import { linkOf, mailLink, messageOf, pathIn, whatsappLink } from '../../src/islands/kit/links.ts';
import { frameSnippet } from '../../src/islands/kit/snippet.ts';
import type { KitEntry, KitLanguage } from '../../src/islands/kit/types.ts';

const wizard: KitEntry = {
  id: 'renew',
  kind: 'procedure',
  titles: { en: 'Renew & keep', ro: 'Reînnoiți' },
  path: '/{lang}/procedures/renew/checklist/',
  embed: '/{lang}/embed/renew/',
};
const topic: KitEntry = {
  id: 'work',
  kind: 'topic',
  titles: { en: 'Work' },
  path: '/{lang}/questions/#work',
};
const languages: KitLanguage[] = [
  { code: 'en', name: 'English', locale: 'en-GB', guide: 'Guide', message: '{{title}}: {{link}}' },
  { code: 'ro', name: 'Română', locale: 'ro-RO', guide: 'Ghid', message: '{{title}} – {{link}}' },
];
const full = (path: string): string => `https://guide.test${path}`;

describe('the link', () => {
  it('leads straight to one language, and for several to the address that offers all', () => {
    expect(linkOf(wizard, ['ro'], '#a=b')).toBe('/ro/procedures/renew/checklist/#a=b');
    expect(linkOf(wizard, ['ro', 'en'], '#a=b')).toBe('/go/renew/#a=b');
    expect(linkOf(wizard, [], '')).toBe('/go/renew/');
  });

  it('keeps the place of a section, which takes no answers', () => {
    expect(pathIn(topic.path, 'en', '#a=b')).toBe('/en/questions/#work');
    expect(linkOf(topic, ['en', 'ro'], '#a=b')).toBe('/go/work/');
  });
});

describe('the message', () => {
  it('has one part for each language, with that language’s own link', () => {
    expect(messageOf(wizard, languages, '#a=b', full)).toBe(
      'Renew & keep: https://guide.test/en/procedures/renew/checklist/#a=b\n\n' +
        'Reînnoiți – https://guide.test/ro/procedures/renew/checklist/#a=b',
    );
  });

  it('arrives whole: answers, line breaks and letters', () => {
    const text = 'Reînnoiți\n\nhttps://guide.test/#a=b&c=d';
    expect(new URL(whatsappLink(text)).searchParams.get('text')).toBe(text);
    const mail = new URL(mailLink('A & B', text));
    expect(mail.searchParams.get('subject')).toBe('A & B');
    expect(mail.searchParams.get('body')).toBe(text.replaceAll('\n', '\r\n'));
  });
});

describe('the frame', () => {
  const html = frameSnippet({
    address: 'https://guide.test/en/embed/renew/#a=b&c=d',
    page: 'https://guide.test/en/procedures/renew/checklist/#a=b&c=d',
    lang: 'en',
    title: 'Renew "now" <b>& keep</b>',
    guide: 'Guide',
  });

  it('escapes what it is given', () => {
    expect(html).toContain('src="https://guide.test/en/embed/renew/#a=b&amp;c=d"');
    expect(html).toContain('title="Renew &quot;now&quot; &lt;b&gt;&amp; keep&lt;/b&gt;"');
    expect(html).not.toContain('<b>');
  });

  it('hears only the guide', () => {
    expect(html).toContain("e.origin !== 'https://guide.test'");
    expect(html).toContain("'guide-embed:height'");
  });

  it('is understood as a height only if it is one', () => {
    expect(isHeight({ type: 'guide-embed:height', height: 10 })).toBe(true);
    for (const bad of [null, 1, 'x', {}, { type: 'guide-embed:height' }, { type: 'x', height: 1 }])
      expect(isHeight(bad), JSON.stringify(bad)).toBe(false);
    expect(isHeight({ type: 'guide-embed:height', height: '10px' })).toBe(false);
  });
});
