/** Tables that the reader may sort: each column's heading becomes a button. Without scripts they are plain tables. */

/** Numbers in a text count by their value, so that 9 days stand before 30. */
const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });

/** Figures first, by their value (`data-value`: what is shown has marks for thousands), then texts. */
function order(a: HTMLElement | undefined, b: HTMLElement | undefined): number {
  const [x, y] = [a?.dataset.value, b?.dataset.value];
  if (x !== undefined && y !== undefined) return Number(x) - Number(y);
  if (x !== undefined || y !== undefined) return x !== undefined ? -1 : 1;
  return compare(a?.textContent ?? '', b?.textContent ?? '');
}

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sort]')) {
  const [body] = table.tBodies;
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  for (const [column, head] of heads.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.ariaSort === 'ascending';
      for (const other of heads) other.ariaSort = null;
      head.ariaSort = down ? 'descending' : 'ascending';
      const rows = [...(body?.rows ?? [])].sort(
        (a, b) => order(a.cells[column], b.cells[column]) * (down ? -1 : 1),
      );
      body?.append(...rows);
    });
  }
}

export {};
