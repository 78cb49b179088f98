/** What the kit island gets: plain JSON, built once per language. */
import type { Site } from '../../content/guide.ts';
import { pick } from '../../content/pick.ts';
import { shorts } from '../../content/short.ts';
import type { KitProps } from './types.ts';

/** Interface strings that the island looks up itself. */
const needed = ['kit.', 'site.procedures', 'questions.title', 'wizard.copied', 'wizard.copyByHand'];

export function kitProps(site: Site, lang: string): KitProps {
  const codes = site.languages.map((l) => l.code);
  return {
    lang,
    strings: Object.fromEntries(
      Object.entries(site.language(lang).strings).filter(([key]) => needed.some((n) => key.startsWith(n))),
    ),
    languages: site.languages.map((l) => ({
      code: l.code,
      name: l.name,
      locale: l.locale,
      guide: pick(site.content.guideText, l.code).name,
      message: pick(l.strings, 'kit.messageText'),
    })),
    entries: shorts(site).map((short) => ({
      id: short.id,
      kind: short.kind,
      titles: Object.fromEntries(codes.map((code) => [code, short.title(code)])),
      path: short.path('{lang}'),
      embed: short.embed?.('{lang}'),
    })),
  };
}
