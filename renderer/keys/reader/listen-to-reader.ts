import type { KeyboardReader } from '../../../shared/contract/session.ts';
import { asField, createFieldSnapshots } from './field-snapshots.ts';
import { createHeldKeys } from './held-keys.ts';
import { createTypedScan, isModifier, SILENCE_MS } from './typed-scan.ts';

/** The same thing read again within this time is one scan. */
const SAME_MS = 5000;
/**
 * So long a list waits for a letter that may be a reader's: longer than the reader takes for its next one, which a busy PC
 * hands over late, and still at once for a person (RAIL).
 */
const HELD_MS = 100;

/**
 * Hears a reader that types as a keyboard, until the returned function is called. What it typed is given to `onScan`,
 * once, and leaves no letter behind; what a person types goes where it was meant, however fast. `now` in milliseconds.
 */
export function listenToReader(
  reader: KeyboardReader,
  onScan: (text: string) => void,
  now: () => number,
): () => void {
  const typed = createTypedScan(reader);
  const fields = createFieldSnapshots();
  const held = createHeldKeys();
  const swallowed = new Set<string>();
  let silence: ReturnType<typeof setTimeout> | undefined;
  let release: ReturnType<typeof setTimeout> | undefined;
  let last = { text: '', at: Number.NEGATIVE_INFINITY };

  function tell(text: string) {
    const isNew = text !== last.text || now() - last.at >= SAME_MS;
    last = { text, at: now() };
    if (isNew) onScan(text);
  }

  function takeAway() {
    clearTimeout(release);
    held.drop();
    fields.restore();
  }

  function swallow(event: KeyboardEvent) {
    event.preventDefault();
    event.stopImmediatePropagation();
    swallowed.add(event.code);
  }

  function onLetter(event: KeyboardEvent, first: boolean) {
    const field = asField(event.target);
    if (first) {
      held.replay();
      fields.forget();
    }
    if (field) return fields.note(field);
    held.hold(event);
    clearTimeout(release);
    release = setTimeout(held.replay, HELD_MS);
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (held.isReplayed(event) || isModifier(event.key)) return;
    const verdict = typed.press({
      code: event.code,
      key: event.key,
      shiftKey: event.shiftKey,
      isCombo: event.ctrlKey || event.altKey || event.metaKey || event.isComposing,
      repeat: event.repeat,
      at: event.timeStamp,
    });
    clearTimeout(silence);
    switch (verdict.kind) {
      case 'pass':
        held.replay();
        break;
      case 'letter':
        onLetter(event, verdict.first);
        break;
      case 'swallow':
        if (verdict.undo) takeAway();
        swallow(event);
        if (verdict.scan !== undefined) tell(verdict.scan);
    }
    if (!typed.isScanning) return;
    silence = setTimeout(() => {
      const scan = typed.silence();
      if (scan !== undefined) tell(scan);
    }, SILENCE_MS);
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (!swallowed.delete(event.code)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('keyup', onKeyUp, { capture: true });
  return () => {
    clearTimeout(silence);
    clearTimeout(release);
    held.replay();
    window.removeEventListener('keydown', onKeyDown, { capture: true });
    window.removeEventListener('keyup', onKeyUp, { capture: true });
  };
}
