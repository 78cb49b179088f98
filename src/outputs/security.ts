/** /.well-known/security.txt: where to report a weakness of the guide (RFC 9116). */
import type { Site } from '../content/guide.ts';

/** The moment, one year after the guide's day, from which the file should no longer be believed. */
export function expires(day: string): string {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(y + 1, m - 1, d)).toISOString().replace('.000Z', 'Z');
}

/**
 * The file's text. Contact is the one field that must be there: without an address in `content/guide.yaml` it is the page
 * that says where mistakes are reported, or the guide's first page.
 * @param absolute makes the full address of a path in the guide
 */
export function securityText(site: Site, absolute: (path: string) => string): string {
  const { guide, pages } = site.content;
  const { url, email } = guide.report;
  const page = `/${guide.sourceLanguage}/${pages.has('contact') ? 'contact/' : ''}`;
  const contacts = [url, email && `mailto:${email}`].filter((c) => c !== undefined);
  return [
    ...(contacts.length > 0 ? contacts : [absolute(page)]).map((c) => `Contact: ${c}`),
    `Expires: ${expires(site.day)}`,
    `Preferred-Languages: ${site.languages.map((l) => l.code).join(', ')}`,
    `Canonical: ${absolute('/.well-known/security.txt')}`,
    `Policy: ${absolute('/.well-known/security-policy.txt')}`,
    '',
  ].join('\n');
}
