/** Gathers what one procedure in one language needs, for page, wizard and PDF alike. */
import type { AuthorityCard, Kit, ReadyText } from '../i18n/view.ts';
import { type Evidence, type ProcedureText, richFields, type Source } from '../model/index.ts';
import type { Site } from './guide.ts';

/** A text with every rich field compiled. */
export function ready(site: Site, lang: string, value: unknown, key = ''): unknown {
  if (typeof value === 'string') return richFields.has(key) ? site.rich(lang, value) : value;
  if (Array.isArray(value)) return value.map((v) => ready(site, lang, v));
  if (typeof value !== 'object' || value === null) return value;
  // An option may itself be called "note"; only strings are compiled, so ids never clash.
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, ready(site, lang, v, k)]));
}

/** An authority as pages of procedures show it. */
export function authorityCard(site: Site, lang: string, id: string): AuthorityCard {
  const a = site.content.authorities.get(id);
  if (!a) throw new Error(`no authority "${id}"`);
  const text = a.text[lang];
  return {
    id,
    official: a.data.official,
    short: a.data.short,
    name: text?.name ?? a.data.official,
    contacts: Object.fromEntries(
      a.data.contacts.map((c) => [
        c.id,
        { name: text?.contacts[c.id]?.name ?? c.id, kind: c.kind, value: c.value },
      ]),
    ),
  };
}

/** Ids of every source that a procedure or one of its facts rests on, laws included. */
export function sourceIds(site: Site, id: string): string[] {
  const p = site.resolved.get(id);
  if (!p) throw new Error(`no procedure "${id}"`);
  const grounds: Pick<Evidence, 'law' | 'sources'>[] = [
    p,
    ...p.documents,
    ...p.amounts,
    ...p.channels,
    ...p.notes,
    ...p.stops,
    ...Object.values(p.facts).flatMap((f): Evidence[] => f.values),
  ];
  const acts = grounds.flatMap((g) => (g.law ?? []).map((ref) => ref.split('#')[0] as string));
  return [...new Set([...acts, ...grounds.flatMap((g) => g.sources)])];
}

/** The kit of a procedure in a language. Throws if either does not exist. */
export function kit(site: Site, lang: string, id: string): Kit {
  const { procedures, finder } = site.content;
  const entry = id === finder?.id ? finder : procedures.get(id);
  const procedure = site.resolved.get(id);
  if (!entry || !procedure) throw new Error(`no procedure "${id}"`);
  const { t, strings: _, name: __, ...l } = site.language(lang);
  const authorities = [...new Set([procedure.authority, ...procedure.channels.map((c) => c.authority)])];
  const linked = [
    ...new Set([
      ...procedure.related,
      ...[...procedure.stops, ...procedure.steps].flatMap((s) => s.to ?? []),
    ]),
  ];
  return {
    l,
    t,
    procedure,
    text: ready(site, lang, entry.text[lang] as ProcedureText) as ReadyText,
    sources: Object.fromEntries(sourceIds(site, id).map((s) => [s, site.content.sources.get(s) as Source])),
    authorities: Object.fromEntries(authorities.map((a) => [a, authorityCard(site, lang, a)])),
    citation: site.content.guide.citation,
    titles: Object.fromEntries(
      linked.map((x) => [x, site.content.procedures.get(x)?.text[lang]?.title ?? x]),
    ),
  };
}
