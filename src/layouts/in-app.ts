/** Says how to get out of another app's own browser, where printing and saving do nothing. */
import { insideApp } from '../islands/wizard/device.ts';

if (insideApp(navigator.userAgent, 'standalone' in navigator && navigator.standalone === true))
  document.querySelector('.in-app')?.removeAttribute('hidden');
