/** How a contact is dialled, written to or opened; undefined for a postal address. */
export function contactHref(kind: string, value: string): string | undefined {
  if (kind === 'phone') return `tel:${value}`;
  if (kind === 'email') return `mailto:${value}`;
  return value.startsWith('https://') ? value : undefined;
}
