/** Inside a frame: tells the page around its height, and opens links outside of the frame. */
import { type HeightMessage, heightMessage } from './height.ts';

if (parent !== window) {
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    const message: HeightMessage = { type: heightMessage, height };
    // Nobody knows which site shows the frame; a height is no secret.
    parent.postMessage(message, '*');
  }).observe(document.body);
}

// `<base target>` opens links in a window of their own; that window must not reach back into the frame.
addEventListener(
  'click',
  (e) => {
    const link = e.target instanceof Element && e.target.closest('a');
    if (link) link.rel = 'noopener';
  },
  true,
);
