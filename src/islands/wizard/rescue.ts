/**
 * Where the wizard has not come to life after a while (an old browser, a broken connection), the full list is shown.
 * It stays, even if the wizard wakes up later: nobody's page is taken away while she reads it.
 */
const patience = 10_000;

setTimeout(() => {
  if (!document.querySelector('.wizard[data-ready]')) document.documentElement.classList.add('late');
}, patience);
