/** The open data as an OpenAPI 3.1 description: static files, so there is nothing to send and nothing to pay for. */
import { absolute } from '../components/url.ts';
import type { Site } from '../content/guide.ts';
import { wizards } from '../content/load.ts';
import { pick } from '../content/pick.ts';
import { dataFiles } from './data.ts';

interface Parameter {
  name: string;
  in: 'path';
  required: true;
  schema: { type: 'string'; enum: string[] };
}

const parameter = (name: string, values: string[]): Parameter => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', enum: values },
});

const answer = (type: string, schema: object): object => ({
  description: 'The file',
  content: { [type]: { schema } },
});

/** The description. Addresses of schemas are relative to its own. */
export function openApi(site: Site): object {
  const { content, languages } = site;
  const guide = pick(content.guideText, content.guide.sourceLanguage);
  const langs = parameter(
    'lang',
    languages.map((l) => l.code),
  );
  const ids = parameter('id', [...content.procedures.keys()]);
  const json = (schema: string) => answer('application/json', { $ref: `schema/${schema}.json` });
  const get = (summary: string, operationId: string, ok: object, parameters: Parameter[] = []) => ({
    get: { summary, operationId, ...(parameters.length > 0 && { parameters }), responses: { 200: ok } },
  });
  const single = dataFiles(site).filter((f) => !f.path.includes('/'));
  return {
    openapi: '3.1.0',
    info: {
      title: guide.name,
      summary: guide.tagline,
      description: `${guide.description}\n\n${guide.disclaimer}`,
      version: '1.0.0',
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: absolute('/api/v1').replace(/\/$/, '') }],
    paths: {
      '/index.json': get(
        'All files, each with its schema',
        'index',
        answer('application/json', { type: 'object' }),
      ),
      ...Object.fromEntries(
        single.map((f) => [`/${f.path}.json`, get(`Every entry of: ${f.path}`, f.path, json(f.schema))]),
      ),
      '/procedures/{id}.json': get(
        'One procedure with the dated facts that it needs; no words',
        'procedure',
        json('procedure'),
        [ids],
      ),
      '/procedures/{lang}/{id}.json': get(
        'The words of one procedure in one language',
        'procedure-text',
        json('procedure-text'),
        [langs, ids],
      ),
      '/wizard/{lang}/{id}.json': get(
        'What the wizard of the site needs; its form may change with the site',
        'wizard',
        answer('application/json', { type: 'object' }),
        [
          langs,
          parameter(
            'id',
            wizards(content).map((e) => e.id),
          ),
        ],
      ),
      '/fees.csv': get('Fees as a table (RFC 4180)', 'fees-table', answer('text/csv', { type: 'string' })),
      '/time-limits.csv': get(
        'Time limits as a table (RFC 4180)',
        'time-limits-table',
        answer('text/csv', { type: 'string' }),
      ),
      '/cpsv-ap.jsonld': get(
        'The procedures in the European vocabulary CPSV-AP 3',
        'cpsv-ap',
        answer('application/ld+json', { type: 'object' }),
      ),
      '/schema/{name}.json': get(
        'The JSON Schema of a file',
        'schema',
        answer('application/schema+json', { type: 'object' }),
        [parameter('name', [...new Set(dataFiles(site).map((f) => f.schema))])],
      ),
    },
  };
}
