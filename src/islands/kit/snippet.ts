/** What an organisation copies into its own page: a frame, a link in case there is none, and the frame's height. Pure. */
import { heightMessage } from '../embed/height.ts';

export interface Frame {
  /** Full address of the page for frames, answers in its fragment. */
  address: string;
  /** Full address of the same wizard on the guide. */
  page: string;
  lang: string;
  title: string;
  /** The guide's name. */
  guide: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Height of the frame in CSS pixels before it has told its own, and where scripts don't run. */
const firstHeight = 800;

/**
 * The HTML to copy. The script hears only the frame's own messages; a page whose policy forbids it keeps the first
 * height, and the frame scrolls.
 */
export const frameSnippet = ({
  address,
  page,
  lang,
  title,
  guide,
}: Frame): string => `<iframe src="${escaped(address)}"
  title="${escaped(title)}" lang="${lang}" width="100%" height="${firstHeight}" allow="clipboard-write; web-share" style="border:0"></iframe>
<p><a href="${escaped(page)}" lang="${lang}">${escaped(title)} · ${escaped(guide)}</a></p>
<script>
addEventListener('message', function (e) {
  if (e.origin !== '${new URL(address).origin}' || !e.data || e.data.type !== '${heightMessage}') return;
  document.querySelectorAll('iframe').forEach(function (frame) {
    if (frame.contentWindow === e.source) frame.height = e.data.height;
  });
});
</script>`;
