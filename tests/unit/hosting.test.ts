/** Header rules for several servers, the day of security.txt, and how the registry's answers are judged. */
import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/content/guide.ts';
import { expires, securityText } from '../../src/outputs/security.ts';
import { judge } from '../../src/tools/audit.ts';
import { apache } from '../../src/tools/hosting/apache.ts';
import { debian, nginx } from '../../src/tools/hosting/nginx.ts';
import { headersFor, parseHeaders } from '../../src/tools/hosting/rules.ts';
import { timeOf } from '../../src/tools/mirror.ts';

const rules = parseHeaders(`# comment
/*
  A: one
  B: two: "quoted"
/:lang/open/*
  ! A
/:lang/open/x.y
  A: back
`);

describe('header rules', () => {
  it('are read in order: the later wins, "!" takes back', () => {
    const of = (path: string) => Object.fromEntries(headersFor(rules, path));
    expect(of('/en/')).toEqual({ A: 'one', B: 'two: "quoted"' });
    expect(of('/en/open/')).toEqual({ B: 'two: "quoted"' });
    expect(of('/en/open/x.y')).toEqual({ A: 'back', B: 'two: "quoted"' });
    expect(of('/en/open/xzy')).toEqual({ B: 'two: "quoted"' });
    // A name stands for one folder.
    expect(of('/en/more/open/')).toEqual({ A: 'one', B: 'two: "quoted"' });
  });

  it('become maps for nginx, last rule first, below a base path', () => {
    const text = nginx(rules, { base: '/help/p.a', ...debian });
    expect(text).toContain(`map $uri $guide_a {
  default "";
  "~^/help/p\\\\.a/[^/]+/open/x\\\\.y$" "back";
  "~^/help/p\\\\.a/[^/]+/open/.*$" "";
  "~^/help/p\\\\.a/.*$" "one";
}`);
    expect(text).toContain('"two: \\"quoted\\""');
    expect(() => nginx(parseHeaders('/*\n  A: $x'), { base: '/', ...debian })).toThrow('public/_headers');
    expect(text).toContain('error_page 404 /help/p.a/404.html;');
  });

  it('become lines for Apache in their order', () => {
    const lines = apache(rules, '/').split('\n');
    const at = (text: string): number => lines.findIndex((line) => line.includes(text));
    expect(at('set A "one"')).toBeGreaterThan(0);
    expect(at('unset A')).toBeGreaterThan(at('set A "one"'));
    expect(at('set A "back"')).toBeGreaterThan(at('unset A'));
    expect(lines[at('set B')]).toContain('"two: \\"quoted\\""');
  });
});

describe('security.txt', () => {
  it('counts for one year', () => {
    expect(expires('2026-11-22')).toBe('2027-11-22T00:00:00Z');
    expect(expires('2028-02-29')).toBe('2029-03-01T00:00:00Z');
  });

  it('gives the addresses of the guide, or else the page that says where to report', () => {
    const absolute = (path: string): string => `https://guide.test${path}`;
    const contacts = (report: { url?: string; email?: string }): string[] => {
      const guide = { sourceLanguage: 'en', report };
      const content = { guide, pages: new Map([['contact', {}]]) };
      const site = { content, day: '2026-11-22', languages: [{ code: 'en' }] } as unknown as Site;
      const text = securityText(site, absolute);
      return text.split('\n').filter((line) => line.startsWith('Contact: '));
    };
    expect(contacts({ url: 'https://a.test/x', email: 'b@a.test' })).toEqual([
      'Contact: https://a.test/x',
      'Contact: mailto:b@a.test',
    ]);
    expect(contacts({})).toEqual(['Contact: https://guide.test/en/contact/']);
  });
});

describe('the audit of packages', () => {
  it('fails on high and critical weaknesses, and names the packages', () => {
    const answer = (severity: string): string =>
      JSON.stringify({ vulnerabilities: { bad: { severity } }, metadata: { vulnerabilities: { total: 1 } } });
    for (const severity of ['high', 'critical']) {
      const { words, fail } = judge(answer(severity));
      expect(fail).toBe(true);
      expect(words).toContain(`bad (${severity})`);
    }
    expect(judge(answer('moderate'))).toEqual({
      words: 'no high or critical weakness known; 1 lesser ones',
      fail: false,
    });
  });

  it('says so when the registry does not answer, and fails nothing', () => {
    for (const text of ['{"message":"405 Method Not Allowed"}', 'npm error network', ''])
      expect(judge(text)).toMatchObject({ fail: false, words: expect.stringMatching(/^not answered/) });
  });
});

it('times of files in the archive follow their content and lie before the day of the guide', () => {
  const [a, b] = ['a', 'b'].map((text) => timeOf(Buffer.from(text), '2026-11-22').getTime());
  expect(a).not.toBe(b);
  expect(timeOf(Buffer.from('a'), '2026-11-22').getTime()).toBe(a);
  for (const time of [a, b]) {
    expect(time).toBeLessThan(Date.parse('2026-11-22'));
    expect(time).toBeGreaterThanOrEqual(Date.parse('2026-11-21'));
  }
});
