/** Addresses of the guide. Pages write them from the root (`/en/…`); the base path is added here. */
const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** An address inside the guide with the base path in front. Other addresses stay as they are. */
export const href = (path: string): string => (path.startsWith('/') ? base + path : path);

/** The full address of a page. */
export const absolute = (path: string): string => new URL(href(path), import.meta.env.SITE).href;
