/** Open data on who does what: the heirs of a closed body, offices, needs, and first steps after arrival. */
import { z } from 'zod';
import type { Site } from '../content/guide.ts';
import { closedBodies } from '../content/heirs.ts';
import * as m from '../model/index.ts';

const addresses = z.record(m.Lang, z.string());
const text = <T extends z.ZodType>(schema: T) => z.record(m.Lang, schema);

/** Names of the schemas below /api/v1/schema/. */
export const whoSchemas = {
  succession: m.Succession.extend({
    /** Closed bodies, those before them, and those that took over. */
    chain: z.array(
      z.strictObject({
        id: m.Id,
        official: z.string(),
        short: z.string().optional(),
        before: z.array(z.string()),
        after: z.array(m.Id),
      }),
    ),
    duties: z.array(m.Duty.extend({ pages: addresses })),
    text: text(m.SuccessionText),
    pages: addresses,
    pdfs: addresses,
  }),
  offices: z.array(m.Office.extend({ text: text(m.OfficeText.valueType) })),
  needs: z.array(m.Need.extend({ text: text(m.NeedText.valueType) })),
  living: z.array(m.Hub.extend({ id: m.Id, text: text(m.HubText), pages: addresses })),
};

/** A data file of this part. Its path is the name of its schema. */
export interface WhoFile {
  path: keyof typeof whoSchemas;
  schema: keyof typeof whoSchemas;
  data: unknown;
}

/** The files that the guide has content for. */
export function whoFiles(site: Site): WhoFile[] {
  const { succession, offices, needs, hubs } = site.content;
  const pages = (path: string): Record<string, string> =>
    Object.fromEntries(site.languages.map((l) => [l.code, `/${l.code}/${path}`]));
  const one = (path: WhoFile['path'], data: unknown): WhoFile => ({ path, schema: path, data });
  const listed = (map: Map<string, { data: object; text: object }>): object[] =>
    [...map.values()].map((e) => ({ ...e.data, text: e.text }));
  return [
    ...(succession
      ? [
          one('succession', {
            ...succession.data,
            chain: closedBodies(site),
            duties: succession.data.duties.map((d) => ({
              ...d,
              pages: pages(`succession/${d.group}/`),
            })),
            text: succession.text,
            pages: pages('succession/'),
            pdfs: Object.fromEntries(site.languages.map((l) => [l.code, `/pdf/${l.code}/succession.pdf`])),
          }),
        ]
      : []),
    ...(offices.size > 0 ? [one('offices', listed(offices))] : []),
    ...(needs.size > 0 ? [one('needs', listed(needs))] : []),
    ...(hubs.size > 0
      ? [
          one(
            'living',
            [...hubs.values()].map((h) => ({ ...h.data, text: h.text, pages: pages(`living/${h.id}/`) })),
          ),
        ]
      : []),
  ];
}
