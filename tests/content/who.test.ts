/** The real guide's tables of who does what: complete, and every number, address and link in its form. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { load } from '../../src/content/load.ts';
import type { Office } from '../../src/model/index.ts';
import { project } from '../helpers/fixture.ts';

const { content } = load(project);
if (!content?.succession) throw new Error('the guide has no succession');
const { data } = content.succession;
const law = parse(readFileSync('tests/fixtures/organic-law.yaml', 'utf8')) as Record<string, string>;

describe('the successors of the former border service', () => {
  it('list the articles of its organic law, each one and no other', () => {
    const listed = [...new Set(data.duties.flatMap((d) => d.articles))].sort((a, b) => a - b);
    expect(listed).toEqual(Object.keys(law).map(Number));
    expect(data.articles).toEqual([listed[0], listed.at(-1)]);
  });

  it('name for every duty who has it, or say that nobody has, and never a closed body', () => {
    for (const d of data.duties) {
      expect(d.today === 'none' || d.today.length > 0, d.id).toBe(true);
      for (const id of d.today === 'none' ? [] : d.today)
        expect(content.authorities.get(id)?.data.kind, `${d.id}: ${id}`).not.toBe('abolished');
      // Nobody can be sent anywhere for work between states.
      if (d.background) expect(d.meet, d.id).toBe('none');
    }
  });

  it('hold the European information systems and the liaison officers', () => {
    const ids = data.duties.map((d) => d.id);
    for (const id of ['sis', 'vis', 'eurodac', 'ees', 'etias', 'liaison-officers', 'eu-agencies'])
      expect(ids).toContain(id);
    expect(data.duties.find((d) => d.id === 'liaison-officers')?.background).toBe(true);
  });

  it('lead from every closed body to bodies that are open', () => {
    const closed = [...content.authorities.values()].filter((a) => a.data.kind === 'abolished');
    expect(closed.map((a) => a.id).sort()).toEqual(['acm', 'idict', 'sef']);
    for (const a of closed)
      for (const s of a.data.successors)
        expect(content.authorities.get(s)?.data.kind, `${a.id} → ${s}`).toMatch(/^(?!abolished)./);
  });
});

/** Web, phone, e-mail and postal forms. A short number such as 112 is dialled as it is. */
const forms: Record<string, RegExp> = {
  web: /^https:\/\/[a-z0-9.-]+\.[a-z]{2,}(\/[^\s]*)?$/,
  form: /^https:\/\/[a-z0-9.-]+\.[a-z]{2,}(\/[^\s]*)?$/,
  phone: /^(\+351[239]\d{8}|\+351(80[08])\d{6}|1\d{2}|116\d{3}|3060)$/,
  email: /^[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,}$/,
  post: /\S.*\S/,
  counter: /\S.*\S/,
};
const postcodes = (text: string): string[] => text.match(/\b\d{4}-\d{1,3}\b/g) ?? [];

describe('contacts of authorities', () => {
  const contacts = [...content.authorities.values()].flatMap((a) =>
    a.data.contacts.map((c) => ({ name: `${a.id}.${c.id}`, a: a.data, c })),
  );

  it.each(contacts)('$name has its form, its source and its day', ({ a, c }) => {
    expect(c.value).toMatch(forms[c.kind] as RegExp);
    for (const code of postcodes(c.value)) expect(code).toMatch(new RegExp(`^${content.guide.postcode}$`));
    expect(c.sources.length).toBeGreaterThan(0);
    expect(c.checkedOn ?? a.checkedOn).toMatch(/^20\d{2}-\d{2}-\d{2}$/);
  });

  it('cover every need of the finder that names one', () => {
    expect(content.needs.size).toBeGreaterThanOrEqual(25);
    for (const { id, data: need } of content.needs.values())
      if (need.contact)
        expect(
          content.authorities.get(need.authority)?.data.contacts.map((c) => c.id),
          id,
        ).toContain(need.contact);
  });
});

describe('offices', () => {
  const offices = [...content.offices.values()].map((o) => o.data);
  it.each(offices)('$id has its forms, a source and a day', (o: Office) => {
    if (o.postcode) expect(o.postcode).toMatch(/^[1-9]\d{3}-\d{3}$/);
    if (o.phone) expect(o.phone).toMatch(/^\+351[239]\d{8}$/);
    if (o.email) expect(o.email).toMatch(forms.email as RegExp);
    if (o.booking) expect(o.booking).toMatch(forms.web as RegExp);
    expect(o.sources.length).toBeGreaterThan(0);
    expect(o.checkedOn).toMatch(/^20\d{2}-\d{2}-\d{2}$/);
  });

  it('without a street are never surer than their one source', () => {
    for (const o of offices) if (!o.street && !o.phone) expect(o.grade, o.id).toBe('D');
  });
});

describe('the sections on living in the country', () => {
  it('are the six of the old portal, each for all and with something to do at once', () => {
    expect([...content.hubs.keys()]).toEqual([
      'general',
      'education',
      'health',
      'help',
      'work',
      'administrative',
    ]);
    for (const [id, h] of content.hubs)
      expect(
        h.data.items.some((i) => i.phase === 'week'),
        id,
      ).toBe(true);
    expect([...new Set([...content.hubs.values()].flatMap((h) => h.data.covers))].sort()).toEqual([
      'M002',
      'M003',
      'M004',
      'M005',
      'M006',
      'M007',
      'M008',
    ]);
  });
});
