/**
 * Every key of the window, in one place. None is a single letter (speech input and sticky keys would set it off); the
 * function keys follow the order of the work: call, again, not there, back, product, done.
 */
export const KEYS = {
  help: 'F1',
  callNext: 'F2',
  startWithoutTicket: 'Shift+F2',
  recall: 'F3',
  issueTicket: 'Shift+F3',
  noShow: 'F4',
  noShowList: 'Shift+F4',
  putBack: 'F6',
  addProduct: 'F7',
  devices: 'Shift+F7',
  identify: 'F8',
  sync: 'Shift+F8',
  finish: 'F9',
  cancelVisit: 'Shift+F9',
  practice: 'F10',
  undo: 'Ctrl+Z',
  previousStep: 'Alt+ArrowLeft',
  nextStep: 'Alt+ArrowRight',
  lock: 'Ctrl+L',
  userMenu: 'Alt+F10',
  goToQueue: 'Ctrl+1',
  goToVisit: 'Ctrl+2',
  goToAside: 'Ctrl+3',
} as const;

export type KeyAction = keyof typeof KEYS;

/** Heard also while a dialog is open: walking away must not wait. */
export const ALWAYS_HEARD: ReadonlySet<KeyAction> = new Set(['lock']);

/** In which part of the help a key is told. */
export const KEY_GROUPS = {
  hall: [
    'callNext',
    'startWithoutTicket',
    'recall',
    'noShow',
    'putBack',
    'undo',
    'noShowList',
    'issueTicket',
  ],
  visit: ['identify', 'addProduct', 'previousStep', 'nextStep', 'finish', 'cancelVisit'],
  window: ['help', 'lock', 'userMenu', 'devices', 'sync', 'practice', 'goToQueue', 'goToVisit', 'goToAside'],
} as const satisfies Record<string, readonly KeyAction[]>;

/** The parts of a key event that name a combination. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A key press in the notation of KEYS. */
export function comboOf({ key, ctrlKey, altKey, shiftKey }: KeyPress): string {
  const name = key.length === 1 ? key.toUpperCase() : key;
  return [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', name].filter(Boolean).join('+');
}

const ACTIONS = new Map<string, KeyAction>(
  (Object.keys(KEYS) as KeyAction[]).map((action) => [KEYS[action], action]),
);

/** What a key press means here; undefined for keys that are not ours. */
export function actionOf(press: KeyPress): KeyAction | undefined {
  return ACTIONS.get(comboOf(press));
}
