/**
 * The procedures as public services in the European vocabulary CPSV-AP 3 (JSON-LD): service, requirements, evidence,
 * costs, channels, legal resources, organisations, output. Conditions and dated values have no place there; they are in
 * the other data files. Addresses of things are fragments of the file's own address.
 */
import { z } from 'zod';
import { absolute } from '../components/url.ts';
import type { Site } from '../content/guide.ts';
import { type Entry, type ProcedureEntry, wizards } from '../content/load.ts';
import { contactHref } from '../i18n/contact.ts';
import type { Authority, AuthorityText, Channel } from '../model/index.ts';
import { checklist } from '../rules/checklist.ts';

const text = { '@container': '@language' };
const link = { '@type': '@id' };
/** Names and kinds of the terms used here; the names are the vocabulary's own. */
export const context = {
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  locn: 'http://www.w3.org/ns/locn#',
  org: 'http://www.w3.org/ns/org#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  atu: 'http://data.europa.eu/88u/dataset/atu-type',
  'dct:title': text,
  'dct:description': text,
  'dcat:keyword': text,
  'skos:prefLabel': text,
  'dct:language': link,
  'dct:type': link,
  'dct:spatial': link,
  'dct:license': link,
  'dct:modified': { '@type': 'xsd:date' },
  'cv:hasCompetentAuthority': link,
  'cv:hasChannel': link,
  'cv:hasCost': link,
  'cv:hasLegalResource': link,
  'cv:holdsRequirement': link,
  'cv:hasSupportingEvidence': link,
  'cv:ownedBy': link,
  'cv:isDefinedBy': link,
  'cv:ifAccessedThrough': link,
  'cv:currency': link,
  'cv:hasValue': { '@type': 'xsd:double' },
  'cv:relatedService': link,
  'cpsv:hasInput': link,
  'cpsv:produces': link,
  'foaf:page': link,
};

/** What every thing of the file has; the keys beside these are the vocabulary's. */
export const CpsvFile = z.object({
  '@context': z.record(z.string(), z.unknown()),
  '@graph': z.array(
    z.looseObject({ '@id': z.string(), '@type': z.union([z.string(), z.array(z.string())]) }),
  ),
});
type Thing = z.infer<typeof CpsvFile>['@graph'][number];

/** The words of each language; a language without them is left out. */
const words = (site: Site, get: (lang: string) => string | undefined): Record<string, string> =>
  Object.fromEntries(
    site.languages.flatMap((l) => {
      const own = get(l.code);
      return own ? [[l.code, own]] : [];
    }),
  );

/** An official name stands beside the translations where no reading language is the official one. */
const named = (site: Site, official: string, get: (lang: string) => string | undefined) => ({
  ...words(site, get),
  [site.content.guide.officialLanguage]: official,
});

const place = '#country';
const languageId = (code: string): string => `http://id.loc.gov/vocabulary/iso639-1/${code}`;
const currencyId = (code: string): string =>
  `http://publications.europa.eu/resource/authority/currency/${code}`;
const channelType = (kind: Channel): string => `#channel-type-${kind}`;

function organisation(site: Site, a: Entry<Authority, AuthorityText>): Thing {
  const address = a.data.contacts.find((c) => c.kind === 'post' || c.kind === 'counter')?.value;
  const home = a.data.contacts.find((c) => c.kind === 'web')?.value;
  return {
    '@id': `#organisation-${a.id}`,
    '@type': ['cv:PublicOrganisation', 'org:Organization'],
    'dct:identifier': a.id,
    'skos:prefLabel': named(site, a.data.official, (l) => a.text[l]?.name),
    'dct:spatial': place,
    ...(address && {
      'locn:address': {
        '@type': 'locn:Address',
        'locn:fullAddress': { '@value': address, '@language': site.content.guide.officialLanguage },
      },
    }),
    ...(home && { 'foaf:page': home }),
  };
}

/** A service and everything that belongs to it alone. */
function service(site: Site, e: ProcedureEntry): Thing[] {
  const { guide } = site.content;
  const p = site.resolved.get(e.id);
  if (!p) return [];
  const { fees } = checklist(p, {}, site.day);
  const id = (kind: string, own: string): string => `#${kind}-${e.id}-${own}`;
  const refs = (kind: string, list: { id: string }[]): string[] => list.map((x) => id(kind, x.id));
  const conditions = p.notes.filter((n) => n.kind === 'condition');
  const papers = id('requirement', 'papers');
  const acts = [...new Set([p, ...p.documents, ...p.notes].flatMap((x) => x.law ?? []))].map(
    (ref) => ref.split('#')[0] as string,
  );
  const costs = fees.flatMap((f) =>
    f.prices.map(({ channel, value }): Thing => {
      const through = p.channels.find((c) => c.kind === channel);
      return {
        '@id': id('cost', `${f.item.id}-${channel}`),
        '@type': 'cv:Cost',
        'dct:identifier': `${e.id}-${f.item.id}-${channel}`,
        'dct:description': words(site, (l) => {
          const name = e.text[l]?.fees[f.item.id]?.name;
          return name && `${name} (${site.language(l).t(`channel.${channel}`)})`;
        }),
        ...(value?.amount !== undefined && {
          'cv:hasValue': String(value.amount),
          'cv:currency': currencyId(guide.currency),
        }),
        'cv:isDefinedBy': `#organisation-${e.data.authority}`,
        ...(through && { 'cv:ifAccessedThrough': id('channel', through.id) }),
      };
    }),
  );
  return [
    {
      '@id': `#service-${e.id}`,
      '@type': 'cpsv:PublicService',
      'dct:identifier': e.id,
      'dct:title': named(site, e.data.official, (l) => e.text[l]?.title),
      'dct:description': words(site, (l) => e.text[l]?.summary),
      'dcat:keyword': Object.fromEntries(
        site.languages.flatMap((l) => {
          const list = e.text[l.code]?.keywords ?? [];
          return list.length > 0 ? [[l.code, list]] : [];
        }),
      ),
      'dct:modified': e.data.checkedOn,
      'dct:language': languageId(guide.officialLanguage),
      'dct:spatial': place,
      'cv:hasCompetentAuthority': `#organisation-${e.data.authority}`,
      'cv:hasChannel': refs('channel', p.channels),
      'cv:hasCost': costs.map((c) => c['@id']),
      'cv:holdsRequirement': [
        ...(p.documents.length > 0 ? [papers] : []),
        ...refs('requirement', conditions),
      ],
      'cpsv:hasInput': refs('evidence', p.documents),
      'cpsv:produces': id('output', 'result'),
      'cv:hasLegalResource': [...new Set(acts)].map((act) => `#law-${act}`),
      'cv:relatedService': p.related.map((r) => `#service-${r}`),
      'foaf:page': site.languages.map((l) => absolute(`/${l.code}/procedures/${e.id}/`)),
    },
    {
      '@id': id('output', 'result'),
      '@type': 'cv:Output',
      'dct:identifier': `${e.id}-result`,
      'dct:title': words(site, (l) => {
        const title = e.text[l]?.title;
        return title && site.language(l).t('kit.output', { title });
      }),
    },
    ...(p.documents.length > 0
      ? [
          {
            '@id': papers,
            '@type': 'cv:Requirement',
            'dct:identifier': `${e.id}-papers`,
            'dct:title': words(site, (l) => site.language(l).t('list.documents')),
            'cv:hasSupportingEvidence': refs('evidence', p.documents),
          },
        ]
      : []),
    ...conditions.map((n) => ({
      '@id': id('requirement', n.id),
      '@type': 'cv:Requirement',
      'dct:identifier': `${e.id}-${n.id}`,
      'dct:title': words(site, (l) => e.text[l]?.notes[n.id]?.title),
    })),
    ...p.documents.map((d) => ({
      '@id': id('evidence', d.id),
      '@type': 'cv:Evidence',
      'dct:identifier': `${e.id}-${d.id}`,
      'dct:title': named(site, d.official, (l) => e.text[l]?.documents[d.id]?.name),
    })),
    ...p.channels.map((c) => {
      const contact = site.content.authorities
        .get(c.authority)
        ?.data.contacts.find((x) => x.id === c.contact);
      const page = contact && contactHref(contact.kind, contact.value);
      return {
        '@id': id('channel', c.id),
        '@type': 'cv:Channel',
        'dct:identifier': `${e.id}-${c.id}`,
        'dct:description': words(site, (l) => e.text[l]?.channels[c.id]?.name),
        'dct:type': channelType(c.kind),
        'cv:ownedBy': `#organisation-${c.authority}`,
        ...(page?.startsWith('https:') && { 'foaf:page': page }),
      };
    }),
    ...costs,
  ];
}

/** The whole file. */
export function cpsvData(site: Site): z.infer<typeof CpsvFile> {
  const { content } = site;
  const { guide } = content;
  const services = wizards(content).filter((e) => e !== content.finder);
  const graph = services.flatMap((e) => service(site, e));
  const used = new Set(JSON.stringify(graph).match(/#[a-z]+-[a-z0-9-]+/g));
  const kinds = [...new Set(services.flatMap((e) => e.data.channels.map((c) => c.kind)))].sort();
  return {
    '@context': { '@base': absolute('/api/v1/cpsv-ap.jsonld'), ...context },
    '@graph': [
      ...graph,
      ...[...content.authorities.values()]
        .filter((a) => used.has(`#organisation-${a.id}`))
        .map((a) => organisation(site, a)),
      ...[...content.sources.values()]
        .filter((s) => used.has(`#law-${s.id}`))
        .map((s) => ({
          '@id': `#law-${s.id}`,
          '@type': 'eli:LegalResource',
          'dct:identifier': s.id,
          'dct:title': { [s.lang]: s.citation ? `${s.citation}. ${s.title}` : s.title },
          ...(s.url && { 'foaf:page': s.url }),
        })),
      ...kinds.map((kind) => ({
        '@id': channelType(kind),
        '@type': 'skos:Concept',
        'skos:prefLabel': words(site, (l) => site.language(l).t(`channel.${kind}`)),
      })),
      { '@id': currencyId(guide.currency), '@type': 'skos:Concept' },
      { '@id': languageId(guide.officialLanguage), '@type': 'dct:LinguisticSystem' },
      { '@id': place, '@type': ['dct:Location', 'atu'], 'dct:identifier': guide.country },
    ],
  };
}
