/**
 * The rules of CPSV-AP 3.2 for the classes that the guide publishes: a subset of its SHACL shapes (cardinality, class and
 * datatype of each property), written out here because no SHACL engine is among the packages. Shapes of other classes and
 * properties that the guide doesn't use are left out; nothing is looser than in the original.
 */
import { context } from '../../src/outputs/cpsv.ts';

interface Rule {
  min?: number;
  max?: number;
  /** Class that every value must have. */
  class?: string;
  /** langString: words in a language; double: a number. */
  type?: 'langString' | 'double';
}

const identifier: Rule = { min: 1, max: 1 };
const name: Rule = { min: 1, type: 'langString' };
const text: Rule = { type: 'langString' };

export const shapes: Record<string, Record<string, Rule>> = {
  'cpsv:PublicService': {
    'dct:identifier': identifier,
    'dct:title': name,
    'dct:description': name,
    'dcat:keyword': text,
    'cv:hasCompetentAuthority': { min: 1, class: 'cv:PublicOrganisation' },
    'cv:hasChannel': { class: 'cv:Channel' },
    'cv:hasCost': { class: 'cv:Cost' },
    'cv:hasLegalResource': { class: 'eli:LegalResource' },
    'cv:holdsRequirement': { class: 'cv:Requirement' },
    'cv:relatedService': { class: 'cpsv:PublicService' },
    'cpsv:hasInput': { class: 'cv:Evidence' },
    'cpsv:produces': { class: 'cv:Output' },
    'dct:language': { class: 'dct:LinguisticSystem' },
    'dct:spatial': { class: 'dct:Location' },
  },
  'cv:PublicOrganisation': {
    'skos:prefLabel': name,
    'dct:spatial': { min: 1, class: 'atu' },
  },
  'cv:Requirement': {
    'dct:identifier': identifier,
    'dct:title': name,
    'cv:hasSupportingEvidence': { class: 'cv:Evidence' },
  },
  'cv:Evidence': { 'dct:identifier': identifier, 'dct:title': name },
  'cv:Output': { 'dct:identifier': identifier, 'dct:title': name },
  'cv:Cost': {
    'dct:identifier': identifier,
    'dct:description': text,
    'cv:hasValue': { max: 1, type: 'double' },
    'cv:currency': { max: 1, class: 'skos:Concept' },
    'cv:isDefinedBy': { class: 'org:Organization' },
    'cv:ifAccessedThrough': { class: 'cv:Channel' },
  },
  'cv:Channel': {
    'dct:identifier': identifier,
    'dct:description': text,
    'dct:type': { max: 1, class: 'skos:Concept' },
    'cv:ownedBy': { class: 'org:Organization' },
  },
};

type Thing = Record<string, unknown> & { '@id': string; '@type': string | string[] };
const list = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const typesOf = (thing: Thing | undefined): string[] => list(thing?.['@type']) as string[];

/** What a graph breaks, in words; also keys that the context does not explain. */
export function cpsvFaults(graph: Thing[]): string[] {
  const things = new Map(graph.map((t) => [t['@id'], t]));
  const faults: string[] = [];
  if (things.size !== graph.length) faults.push('two things have the same @id');
  const known = (key: string): boolean => key.split(':')[0] === '@' || (key.split(':')[0] ?? '') in context;
  for (const thing of graph) {
    const say = (what: string): void => void faults.push(`${thing['@id']}: ${what}`);
    for (const key of Object.keys(thing)) if (!key.startsWith('@') && !known(key)) say(`${key} is no term`);
    for (const type of typesOf(thing)) {
      if (!known(type)) say(`${type} is no class`);
      for (const [path, rule] of Object.entries(shapes[type] ?? {})) {
        // A map of languages holds one value for each word in it.
        const raw = thing[path];
        const values =
          rule.type === 'langString' && raw ? Object.entries(raw).flatMap(([, v]) => list(v)) : list(raw);
        if (values.length < (rule.min ?? 0))
          say(`${path} has ${values.length} values, at least ${rule.min} are needed`);
        if (values.length > (rule.max ?? Number.POSITIVE_INFINITY))
          say(`${path} has ${values.length} values, at most ${rule.max} are allowed`);
        for (const value of values) {
          if (rule.class && !typesOf(things.get(value as string)).includes(rule.class))
            say(`${path} leads to ${value}, which is no ${rule.class}`);
          if (rule.type === 'langString' && (typeof value !== 'string' || value.trim() === ''))
            say(`${path} has no words`);
          if (rule.type === 'double' && !/^\d+(\.\d+)?$/.test(String(value)))
            say(`${path} is no number: ${value}`);
        }
        if (rule.type === 'langString' && raw)
          for (const lang of Object.keys(raw))
            if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(lang)) say(`${path} is in no language: ${lang}`);
      }
    }
  }
  return faults;
}
