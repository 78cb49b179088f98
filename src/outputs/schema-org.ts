/** Structured data for search engines (schema.org), in the page's language. */

import type { Site } from '../content/guide.ts';
import { kit as kitOf } from '../content/kit.ts';
import { plain } from '../content/rich.ts';
import { contactHref } from '../i18n/contact.ts';
import { view } from '../i18n/view.ts';
import { checklist } from '../rules/checklist.ts';

/** GovernmentService with its channels and the fees of the day as offers. */
export function serviceData(site: Site, lang: string, id: string, url: string): object {
  const kit = kitOf(site, lang, id);
  const { procedure, text, authorities } = kit;
  const { guide } = site.content;
  const authority = authorities[procedure.authority];
  const { fees } = checklist(procedure, {}, site.day);
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: text.title,
    alternateName: procedure.official,
    description: text.summary,
    url,
    inLanguage: lang,
    areaServed: { '@type': 'Country', name: guide.country },
    provider: {
      '@type': 'GovernmentOrganization',
      name: authority?.official,
      alternateName: authority?.name,
    },
    dateModified: procedure.checkedOn,
    availableChannel: procedure.channels.map((c) => {
      const contact = c.contact ? authorities[c.authority]?.contacts[c.contact] : undefined;
      const address = contact && contactHref(contact.kind, contact.value);
      return {
        '@type': 'ServiceChannel',
        name: text.channels[c.id]?.name,
        ...(address?.startsWith('https:') && { serviceUrl: address }),
        availableLanguage: guide.officialLanguage,
      };
    }),
    offers: fees
      .filter((f) => !f.item.extra)
      .flatMap((f) =>
        f.prices.flatMap(({ channel, value }) =>
          value?.amount === undefined
            ? []
            : [
                {
                  '@type': 'Offer',
                  name: `${text.fees[f.item.id]?.name} (${kit.t(`channel.${channel}`)})`,
                  price: value.amount.toFixed(2),
                  priceCurrency: guide.currency,
                  validFrom: value.from,
                },
              ],
        ),
      ),
  };
}

/** HowTo with the steps in their order; a step that is only for some says so. */
export function stepsData(site: Site, lang: string, id: string): object {
  const kit = kitOf(site, lang, id);
  const { steps, totals } = view(kit, {}, site.day);
  const total = totals.find((x) => !x.atLeast && !x.weak);
  return {
    '@context': 'https://schema.org',
    '@type': 'HowTo',
    name: kit.text.title,
    inLanguage: lang,
    ...(total && { estimatedCost: total.text }),
    step: steps.map((s, i) => ({
      '@type': 'HowToStep',
      position: i + 1,
      name: s.name,
      text: [
        ...(s.condition ? [kit.t('list.onlyIf', { condition: s.condition })] : []),
        s.note ? plain(s.note) : s.name,
      ].join('\n'),
    })),
  };
}

/** FAQPage with one question, its whole answer as text. */
export function faqData(site: Site, lang: string, id: string): object {
  const q = site.content.questions.get(id);
  if (!q) throw new Error(`no question "${id}"`);
  const text = q.text[lang] as { question: string; body: string };
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: lang,
    mainEntity: [
      {
        '@type': 'Question',
        name: text.question,
        acceptedAnswer: { '@type': 'Answer', text: plain(site.rich(lang, text.body)) },
      },
    ],
  };
}
