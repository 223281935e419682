/**
 * Every key of the window, in one place and in the order in which the help tells them. None is a single letter (speech
 * input and sticky keys would set it off); the function keys follow the order of the work: call, again, not there, back,
 * product, done.
 */
export const KEY_GROUPS = {
  hall: {
    whyNext: 'Shift+F1',
    callNext: 'F2',
    chooseTicket: 'Ctrl+F2',
    startWithoutTicket: 'Shift+F2',
    recall: 'F3',
    issueTicket: 'Shift+F3',
    agenda: 'Ctrl+F3',
    noShow: 'F4',
    noShowWhy: 'Ctrl+F9',
    noShowList: 'Shift+F4',
    workProfile: 'Ctrl+F1',
    putBack: 'F6',
    sendOn: 'Ctrl+F6',
    party: 'Ctrl+F7',
    undo: 'Ctrl+Z',
  },
  visit: {
    addProduct: 'F7',
    identify: 'F8',
    finish: 'F9',
    cancelVisit: 'Shift+F9',
    confirmStep: 'Ctrl+Enter',
    previousStep: 'Alt+ArrowLeft',
    nextStep: 'Alt+ArrowRight',
    /** Nine keys, one for each product of the visit. */
    goToProduct: 'Alt+1..9',
  },
  window: {
    help: 'F1',
    openDrawer: 'Shift+F6',
    devices: 'Shift+F7',
    sync: 'Shift+F8',
    zaak: 'Ctrl+F8',
    practice: 'F10',
    answerAlarm: 'F12',
    raiseAlarm: 'Shift+F12',
    userMenu: 'Alt+F10',
    lock: 'Ctrl+L',
    goToQueue: 'Ctrl+1',
    goToVisit: 'Ctrl+2',
    goToAside: 'Ctrl+3',
  },
} as const;

/** The same keys without their groups. */
export const KEYS = { ...KEY_GROUPS.hall, ...KEY_GROUPS.visit, ...KEY_GROUPS.window } as const;

/** What the help tells of. */
export type KeyName = keyof typeof KEYS;

/** What one key does; going to a product is bound by its digit, see `usePageKey`. */
export type KeyAction = Exclude<KeyName, 'goToProduct'>;

/** Heard also while a dialog is open: walking away must not wait, nor must help. */
export const ALWAYS_HEARD: ReadonlySet<KeyAction> = new Set(['lock', 'raiseAlarm', 'answerAlarm']);

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

const { goToProduct: _nineKeys, ...ONE_KEY } = KEYS;
const ACTIONS = new Map<string, KeyAction>(
  (Object.keys(ONE_KEY) as KeyAction[]).map((action) => [KEYS[action], action]),
);

/** What a key press means here; undefined for keys that are not ours. */
export function actionOf(press: KeyPress): KeyAction | undefined {
  return ACTIONS.get(comboOf(press));
}
