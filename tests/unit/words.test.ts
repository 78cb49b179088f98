import { describe, expect, it } from 'vitest';
import { explainWords, kindsOfWords } from '../../src/components/words.ts';
import { inspect } from '../../src/content/guide.ts';
import { fixtureRoot } from '../helpers/fixture.ts';

const word = (id: string, text = id): string =>
  `<span class="official" lang="pt" data-term="${id}">${text}</span>`;

describe('explaining official words', () => {
  it('makes a button of the first mark of each word and leaves no mark', () => {
    const { html, words } = explainWords(
      `<p>A ${word('recibo')} and a ${word('recibo')}, then ${word('duc')}</p>`,
    );
    expect(words).toEqual(['recibo', 'duc']);
    expect(html).toBe(
      '<p>A <button type="button" class="official" lang="pt" popovertarget="word-recibo">recibo</button> and a ' +
        '<span class="official" lang="pt">recibo</span>, then ' +
        '<button type="button" class="official" lang="pt" popovertarget="word-duc">duc</button></p>',
    );
  });

  it('waits for a place where a button may stand', () => {
    for (const tag of ['a', 'button', 'summary', 'label', 'h2', 'legend']) {
      const { html, words } = explainWords(`<${tag} x="y">${word('duc')}</${tag}><p>${word('duc')}</p>`);
      expect(words).toEqual(['duc']);
      expect(html).toMatch(
        new RegExp(`^<${tag} x="y"><span class="official" lang="pt">duc</span></${tag}><p><button`),
      );
    }
  });

  it('keeps brackets and points with the word', () => {
    const { html } = explainWords(`<p>receipt (${word('recibo')}).</p>`);
    expect(html).toMatch(/^<p>receipt <span class="whole">\(<button[^>]*>recibo<\/button>\)\.<\/span><\/p>$/);
  });

  it('leaves other HTML as it is', () => {
    const html = '<p class="official">x</p><abbr>y</abbr><article>z</article>';
    expect(explainWords(html)).toEqual({ html, words: [] });
  });

  it('sorts the glossary by kind, every word once', () => {
    const { content } = inspect(fixtureRoot(), '2026-11-23');
    if (!content) throw new Error('the fixture cannot be read');
    const listed = kindsOfWords(content).flatMap(([kind, list]) =>
      list.map((w) => [kind, w.data.kind, w.id]),
    );
    expect(listed.map(([, , id]) => id).sort()).toEqual([...content.terms.keys()].sort());
    expect(listed.every(([kind, own]) => kind === own)).toBe(true);
  });
});
