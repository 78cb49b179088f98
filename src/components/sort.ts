/** Tables that the reader may sort: each column's heading becomes a button. Without scripts they are plain tables. */

/** Numbers in a text count by their value, so that 90 stands before 100. */
const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });

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
      const text = (row: HTMLTableRowElement): string => row.cells[column]?.textContent ?? '';
      const rows = [...(body?.rows ?? [])].sort((a, b) => compare(text(a), text(b)) * (down ? -1 : 1));
      body?.append(...rows);
    });
  }
}

export {};
