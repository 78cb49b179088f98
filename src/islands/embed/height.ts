/**
 * What a frame says to the page around it: its height, whenever that changes. The message is documented for those who
 * embed the guide; its name and shape never change. It holds nothing else, so any page may hear it.
 */

/** The name of the message, so that a page can tell it from others. */
export const heightMessage = 'guide-embed:height';

export interface HeightMessage {
  type: typeof heightMessage;
  /** CSS pixels that the content needs at the width the frame has now; a whole number. */
  height: number;
}

/** Whether a message that arrived is one of ours. Trusts nothing about it. */
export const isHeight = (data: unknown): data is HeightMessage =>
  typeof data === 'object' &&
  data !== null &&
  (data as HeightMessage).type === heightMessage &&
  Number.isInteger((data as HeightMessage).height);
