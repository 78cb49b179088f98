/** A list to take away: as plain text, and its dates for the calendar. Pure. */
import type { Kit, View } from '../../i18n/view.ts';
import { plain } from '../../model/plain.ts';
import type { CalendarEvent } from '../../outputs/ics.ts';

/** Time limits with a day that is not over, soonest first. */
export const comingLimits = (view: View): View['limits'] =>
  view.limits.filter((x) => x.daysLeft !== undefined && x.daysLeft >= 0);

/** The coming days of a list as calendar events. `page` is the full address of the wizard, without answers. */
export function eventsOf(kit: Kit, view: View, page: string): CalendarEvent[] {
  return comingLimits(view).map((x) => ({
    // The day is part of the name: two people of one household may keep the same date for two cards.
    uid: `${kit.procedure.id}-${x.id}-${x.day}@${new URL(page).hostname}`,
    day: x.day as string,
    title: `${kit.t(`limit.kind.${x.kind}`)}: ${x.name}`,
    description: [view.title, x.rule, ...(x.missed ? [plain(x.missed)] : [])].join('\n'),
    url: page,
  }));
}

/** The list as text for a message or a note: what to bring, to pay and to do, by when and where. */
export function textOf(kit: Kit, view: View, page: string): string {
  const { t } = kit;
  const part = (heading: string, lines: string[]): string[] =>
    lines.length > 0 ? ['', t(heading).toLocaleUpperCase(kit.l.locale), ...lines] : [];
  const name = (x: { name: string; condition?: string | undefined }): string =>
    x.condition ? `${x.name} (${t('list.onlyIf', { condition: x.condition })})` : x.name;
  const prices = (list: { text: string; label: string }[]): string =>
    list.map((p) => (p.label ? `${p.text} (${p.label})` : p.text)).join(', ');
  return [
    view.title,
    view.official,
    t('wizard.madeOn', { date: view.dayText }),
    ...part(
      'list.documents',
      view.groups.flatMap((g) =>
        g.items.map((x) => {
          const official = x.official === x.name ? [] : [x.official];
          return `☐ ${[name(x), ...official, ...x.forms, ...(x.validity ? [x.validity] : [])].join(' – ')}`;
        }),
      ),
    ),
    ...part(
      'list.fees',
      view.fees.map((x) => `- ${name(x)}: ${prices(x.prices)}`),
    ),
    ...part(
      'list.total',
      view.totals.map((x) => `- ${x.atLeast ? t('pdf.atLeast', { amount: x.text }) : x.text} (${x.label})`),
    ),
    ...part(
      'list.amounts',
      view.amounts.map((x) => `- ${name(x)}${x.text ? `: ${x.text}` : ''}`),
    ),
    ...part(
      'list.limits',
      view.limits.map((x) => `- ${name(x)}: ${x.dayText ?? x.rule}`),
    ),
    ...part(
      'list.steps',
      view.steps.map((x, i) => `${i + 1}. ${name(x)}`),
    ),
    ...part(
      'list.where',
      view.channels.map((x) => `- ${name(x)}${x.contact ? `: ${x.contact.value}` : ''}`),
    ),
    '',
    view.checkedText,
    page,
  ].join('\n');
}
