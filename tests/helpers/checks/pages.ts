/**
 * What every built page must keep to. Each check takes a built site and gives its faults in words, none if all is well:
 * the suite runs them on real builds, and tests/build/honesty.test.ts on builds with a planted fault.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assetsOf, brotliBytes, brotliUpTo, filesOf, pagesOf } from '../built.ts';
import type { TestSite } from '../sites.ts';
import { inlineCode, policyOf, tagsOf } from './html.ts';

/** Most bytes over the wire, brotli. */
export const budgets = {
  /** HTML, CSS and JavaScript of a page without a wizard or form: one round trip. */
  page: 14 * 1024,
  /** JavaScript of a page with one. */
  form: 90 * 1024,
  /** All CSS of the site. */
  css: 8 * 1024,
};

const read = (site: TestSite, file: string): string => readFileSync(join(site.dist, file), 'utf8');
/** Base path without a slash at the end. */
export const prefixOf = (site: TestSite): string => site.base.replace(/\/$/, '');
/** The full address of a page. */
export const addressOf = (site: TestSite, page: string): string =>
  `${site.origin}${prefixOf(site)}/${page.replace(/index\.html$/, '')}`;

export const isLetter = (page: string): boolean => /\/letters\/[^/]+\/index\.html$/.test(page);
export const isWizard = (page: string): boolean =>
  (/\/(checklist|start)\/index\.html$/.test(page) && !page.startsWith('go/')) ||
  page.includes('/embed/') ||
  isLetter(page);
/** Pages with a form or a tool: they may weigh as much as a wizard. */
export const hasForm = (page: string): boolean =>
  isWizard(page) || page.endsWith('/organisations/index.html');

/** Pages without a wizard or form that are too heavy. */
export const heavyPages = (site: TestSite): string[] =>
  pagesOf(site.dist)
    .filter((page) => !hasForm(page))
    .flatMap((page) => {
      const files = [page, ...assetsOf(site.dist, site.base, read(site, page))];
      const bytes = brotliUpTo(
        budgets.page,
        files.map((f) => join(site.dist, f)),
      );
      return bytes > budgets.page ? [`${page}: ${bytes} bytes, at most ${budgets.page}`] : [];
    });

/** Pages with a wizard or form whose scripts are too heavy, or missing. */
export const heavyForms = (site: TestSite): string[] =>
  pagesOf(site.dist)
    .filter(hasForm)
    .flatMap((page) => {
      const scripts = assetsOf(site.dist, site.base, read(site, page)).filter((a) => a.endsWith('.js'));
      if (scripts.length < 3) return [`${page}: loads ${scripts.length} scripts, so it can have no form`];
      const bytes = scripts.reduce((sum, file) => sum + brotliBytes(join(site.dist, file)), 0);
      return bytes > budgets.form ? [`${page}: ${bytes} bytes of scripts, at most ${budgets.form}`] : [];
    });

/** Whether all CSS together is too heavy. */
export function heavyStyles(site: TestSite): string[] {
  const css = filesOf(site.dist).filter((f) => f.endsWith('.css') && !f.startsWith('pagefind/'));
  const bytes = css.reduce((sum, file) => sum + brotliBytes(join(site.dist, file)), 0);
  return bytes > budgets.css ? [`${css.length} style sheets: ${bytes} bytes, at most ${budgets.css}`] : [];
}

/** Pages that do not name every language, their own address, or what they are. */
export function unnamedPages(site: TestSite): string[] {
  const faults: string[] = [];
  for (const page of pagesOf(site.dist).filter((p) => p.includes('/'))) {
    const html = read(site, page);
    if (html.includes('http-equiv="refresh"') || page.startsWith('go/')) continue;
    const say = (what: string): void => void faults.push(`${page}: ${what}`);
    const alternates = [...html.matchAll(/<link rel="alternate" hreflang="[^"]+" href="([^"]+)"/g)].map(
      (m) => m[1] as string,
    );
    const own = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
    if (own !== addressOf(site, page)) say(`its canonical address is ${own}`);
    if (!own || !alternates.includes(own)) say('it is not among its own languages');
    for (const href of alternates) {
      const file = `${new URL(href).pathname.slice(prefixOf(site).length + 1)}index.html`;
      if (!existsSync(join(site.dist, file))) say(`leads to ${href} as another language, which is not there`);
    }
    if (!/<title>[^<]{3,}<\/title>/.test(html)) say('has no title');
    if (!/<meta name="description" content="[^"]{10,}"/.test(html)) say('has no description');
    if (!/<html lang="[a-z]{2}" dir="(ltr|rtl)"/.test(html)) say('has no language or direction');
    // A wizard page has two, of which style shows one: with scripts or without.
    const titles = html.match(/<h1[\s>]/g)?.length ?? 0;
    if (titles !== (isWizard(page) && !isLetter(page) ? 2 : 1)) say(`has ${titles} main headings`);
  }
  return faults;
}

/** Pages with a loose security policy, or with inline code that it does not name. */
export function loosePolicies(site: TestSite): string[] {
  const faults: string[] = [];
  for (const page of pagesOf(site.dist)) {
    const html = read(site, page);
    const say = (what: string): void => void faults.push(`${page}: ${what}`);
    const policy = policyOf(html);
    if (!policy) {
      say('has no policy');
      continue;
    }
    if (/unsafe-(inline|eval|hashes)|https?:|\*/.test(policy)) say(`has a loose policy: ${policy}`);
    for (const { attributes, code, hash } of inlineCode(html)) {
      const isData = /application\/(ld\+)?json/.test(attributes);
      if (!isData && !policy.includes(`'sha256-${hash}'`))
        say(`its policy does not know: ${code.slice(0, 60)}`);
    }
    const handler = /\son[a-z]+="|\sstyle="|javascript:/.exec(html);
    if (handler) say(`has code or style in an attribute: ${handler[0].trim()}`);
  }
  return faults;
}

/** What a page loads by itself, as opposed to where it leads. */
const loads = (name: string, rel: string): boolean =>
  /^(script|img|iframe|source|video|audio|track|embed|object|image|use|astro-island)$/.test(name) ||
  (name === 'link' &&
    /\b(stylesheet|preload|modulepreload|prefetch|preconnect|dns-prefetch|icon|manifest|apple-touch-icon)\b/.test(
      rel,
    ));

/** Everything that pages load from another host. */
export const foreignLoads = (site: TestSite): string[] =>
  pagesOf(site.dist).flatMap((page) =>
    tagsOf(read(site, page)).flatMap(({ name, attributes }) => {
      if (!loads(name, attributes.get('rel') ?? '')) return [];
      const found = ['src', 'href', 'data', 'poster', 'component-url', 'renderer-url'].flatMap(
        (key) => attributes.get(key) ?? [],
      );
      return found
        .filter(
          (x) => !x.startsWith('data:') && new URL(x, `${addressOf(site, page)}`).origin !== site.origin,
        )
        .map((x) => `${page}: <${name}> loads ${x}`);
    }),
  );

/** Pictures without an alternative text; one that says nothing has an empty text, or is hidden by itself or what holds it. */
export const mutePictures = (site: TestSite): string[] =>
  pagesOf(site.dist).flatMap((page) =>
    tagsOf(read(site, page)).flatMap(({ name, attributes }, i, all) => {
      const hidden = [attributes, all[i - 1]?.attributes].some((a) => a?.get('aria-hidden') === 'true');
      const named = attributes.has('aria-label') || attributes.has('aria-labelledby');
      const mute =
        (name === 'img' && !attributes.has('alt')) ||
        (name === 'svg' && !hidden && !(attributes.get('role') === 'img' && named)) ||
        (name === 'iframe' && !attributes.has('title'));
      return mute ? [`${page}: <${name}> has no alternative text`] : [];
    }),
  );

/** Pages that the sitemap does not list. */
export function unlisted(site: TestSite): string[] {
  const map = filesOf(site.dist)
    .filter((f) => /^sitemap-\d+\.xml$/.test(f))
    .map((f) => read(site, f))
    .join('');
  const listed = new Set([...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((m) => m[1]));
  return [
    ...(map.includes('hreflang=') ? [] : ['the sitemap names no languages']),
    ...pagesOf(site.dist)
      .filter((p) => p.includes('/') && !p.startsWith('go/') && !p.includes('/embed/'))
      .filter((p) => !listed.has(addressOf(site, p)))
      .map((p) => `${p}: not in the sitemap`),
  ];
}
