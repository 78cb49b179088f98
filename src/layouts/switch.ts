/** Links to the same place in another language take the answers in the address along; they never leave the device. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-switch]')) {
  const own = link.hash;
  const carry = (): void => {
    link.hash = location.hash || own;
  };
  // At once too: a link may be opened from the phone's menu, without a click.
  carry();
  link.addEventListener('click', carry);
}

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
