/** What the reader's browser can do. Takes the browser's own words as arguments, so that it can be tested. */

/** Marks of apps that show pages in a browser of their own. */
const apps =
  /FBAN|FBAV|FB_IAB|Instagram|\bLine\/|MicroMessenger|WhatsApp|Snapchat|TikTok|musical_ly|Bytedance|LinkedInApp|Twitter/i;

/**
 * Whether the page is shown inside another app, where printing and saving files do nothing.
 * @param agent navigator.userAgent
 * @param standalone opened from the home screen, which on an iPhone looks like an app but is the browser
 */
export const insideApp = (agent: string, standalone = false): boolean =>
  apps.test(agent) ||
  /; wv\)/.test(agent) ||
  (!standalone && /\b(iPhone|iPad|iPod)\b/.test(agent) && !/Safari\//.test(agent));
