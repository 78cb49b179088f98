/** Every PDF of the guide: its name and how its data is made. */
import type { Site } from '../../content/guide.ts';
import { wizards } from '../../content/load.ts';
import { authorityPdf } from './authority.ts';
import { bookletPdf } from './booklet.ts';
import { procedurePdf } from './procedure.ts';
import { questionsPdf, topicsOf } from './questions.ts';

export interface PdfDocument {
  /** File name without the ending. */
  id: string;
  /** The template it is set with. */
  template: 'procedure' | 'questions' | 'authority' | 'booklet';
  /** Its data in a language; `address` is the full address of the guide's root. */
  data(site: Site, lang: string, address: string): object;
}

/** Body type of large print, in points. */
const largePrint = 18;

/**
 * All documents, the same in every language. Large print (`…-large`) is made of the procedures: of everything, it would
 * double the time of a build.
 */
export function documents(site: Site): PdfDocument[] {
  const { content } = site;
  const procedure = (id: string, size?: number): PdfDocument => ({
    id: size ? `${id}-large` : id,
    template: 'procedure',
    data: (s, lang, address) => procedurePdf(s, lang, id, address, size),
  });
  return [
    // The longest work first, so that no core waits for it in the end.
    { id: 'guide', template: 'booklet', data: bookletPdf },
    ...wizards(content).flatMap(({ id }) => [procedure(id), procedure(id, largePrint)]),
    ...topicsOf(site).map(
      (topic): PdfDocument => ({
        id: `questions-${topic}`,
        template: 'questions',
        data: (s, lang, address) => questionsPdf(s, lang, topic, address),
      }),
    ),
    ...[...content.authorities.keys()].map(
      (id): PdfDocument => ({
        id: `authority-${id}`,
        template: 'authority',
        data: (s, lang, address) => authorityPdf(s, lang, id, address),
      }),
    ),
  ];
}
