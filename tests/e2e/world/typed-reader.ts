import type { CDPSession, Page } from 'playwright/test';

/** A key as it comes from a keyboard: its place, and what the PC's own layout makes of it. */
export interface Key {
  readonly code: string;
  readonly key: string;
  readonly shift?: boolean;
  readonly repeat?: boolean;
}

/** Real key events of the browser with times of our own: typing at any speed, on a machine of any speed. */
export interface Typist {
  /** One key after `gapMs` milliseconds by the clock of the events. */
  press(key: Key, gapMs: number): Promise<void>;
  /** Text as somebody with a US keyboard types it; a line end is Enter. */
  type(text: string, gapMs: number): Promise<void>;
}

/** Letters on another place than their name says, as a PC with a German keyboard has it. */
const GERMAN: Readonly<Record<string, string>> = { KeyY: 'z', KeyZ: 'y', Comma: ';' };
const VIRTUAL_KEYS: Readonly<Record<string, number>> = { Enter: 13, Comma: 188, Space: 32 };

/** The key of a US keyboard for a letter of the MRZ alphabet, a small letter or a line end. */
function keyFor(letter: string): Key {
  if (letter === '\n') return { code: 'Enter', key: 'Enter' };
  if (letter === ' ') return { code: 'Space', key: ' ' };
  if (letter === '<') return { code: 'Comma', key: '<', shift: true };
  if (/\d/.test(letter)) return { code: `Digit${letter}`, key: letter };
  const code = `Key${letter.toUpperCase()}`;
  return letter === letter.toLowerCase() ? { code, key: letter } : { code, key: letter, shift: true };
}

/** Sits down at the page. `germanPc`: the PC takes its keys for those of a German keyboard. */
export async function typistAt(page: Page, germanPc = false): Promise<Typist> {
  const session: CDPSession = await page.context().newCDPSession(page);
  let at = Date.now() / 1000;
  const press = async ({ code, key, shift = false, repeat = false }: Key, gapMs: number) => {
    at += gapMs / 1000;
    const shown = germanPc ? (GERMAN[code] ?? key) : key;
    const common = {
      code,
      key: shown,
      modifiers: shift ? 8 : 0,
      windowsVirtualKeyCode: VIRTUAL_KEYS[code] ?? shown.toUpperCase().charCodeAt(0),
    };
    const text = key === 'Enter' ? '\r' : shown;
    const down = session.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      ...common,
      text,
      unmodifiedText: text,
      autoRepeat: repeat,
      timestamp: at,
    });
    const up =
      !repeat && session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common, timestamp: at + 0.001 });
    await Promise.all([down, up]);
  };
  return {
    press,
    async type(text, gapMs) {
      // Whoever starts to type does so after a while.
      at = Math.max(at + 1, Date.now() / 1000);
      // Not one by one: a machine that is busy must not put pauses in what a reader types.
      await Promise.all(Array.from(text, (letter) => press(keyFor(letter), gapMs)));
    },
  };
}
