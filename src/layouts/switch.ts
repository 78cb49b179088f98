/** The language switch takes the answers in the address along; they never leave the device. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-switch]'))
  link.addEventListener('click', () => {
    link.hash = location.hash;
  });

/** Folded details are opened for paper and closed again afterwards. */
const opened: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  for (const d of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
    d.open = true;
    opened.push(d);
  }
});
addEventListener('afterprint', () => {
  for (const d of opened.splice(0)) d.open = false;
});
