import type { CallError } from '../bridge/bridge.ts';

/** Failures are announced at once, the rest when the screen reader is free. */
export type NoticeTone = 'info' | 'ok' | 'warn' | 'error';

/** A short message to the clerk: a text in his language, or a failure whose text is looked up. */
export type NoticeBody =
  | { readonly text: string; readonly error?: never }
  | { readonly error: CallError; readonly text?: never };

export type Notice = NoticeBody & { readonly id: number; readonly tone: NoticeTone };

/** No more than these are on screen; the oldest goes first. */
export const MAX_NOTICES = 4;

/**
 * Adds a notice; the same message that is already there is not repeated but renewed. Good news and hints are of the
 * moment: the next one takes their place.
 */
export function withNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  const others = notices.filter((other) => !sameBody(other, notice) && !(passes(other) && passes(notice)));
  return [...others, notice].slice(-MAX_NOTICES);
}

/** True for what goes by itself after a while. */
export function passes({ tone }: Pick<Notice, 'tone'>): boolean {
  return tone === 'ok' || tone === 'info';
}

/** Takes a notice away. */
export function withoutNotice(notices: readonly Notice[], id: number): readonly Notice[] {
  return notices.filter((notice) => notice.id !== id);
}

function sameBody(a: NoticeBody, b: NoticeBody): boolean {
  if (a.error && b.error) return a.error.code === b.error.code && a.error.detail === b.error.detail;
  return a.text !== undefined && a.text === b.text;
}
