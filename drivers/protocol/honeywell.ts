/**
 * Menu commands and trigger of Honeywell 2D scanners on a serial line: `16 4D 0D` name value and a closing mark, `!` for
 * until power off. The answer repeats the command and closes with 06 (taken), 05 (unknown) or 15 (value refused); this
 * form of the answer was read in field code, not in a manual.
 */
const SYN = 0x16;
const CR = 0x0d;

export const TRIGGER_ON = Uint8Array.of(SYN, 0x54, CR);
export const TRIGGER_OFF = Uint8Array.of(SYN, 0x55, CR);

/** A menu command that holds until power off: nothing is stored, so a scanner that is moved is as it was. */
export function menuCommand(nameAndValue: string): Uint8Array {
  return Uint8Array.of(SYN, 0x4d, CR, ...Buffer.from(`${nameAndValue}!`, 'latin1'));
}

/** Whether bytes that were sent are a menu command. */
export const isMenuCommand = (bytes: Uint8Array) => bytes[0] === SYN && bytes[1] === 0x4d;

/** Name and value in a menu command, as the scanner repeats them. */
export const menuText = (bytes: Uint8Array) => Buffer.from(bytes.subarray(3, -1)).toString('latin1');

export type MenuVerdict = 'taken' | 'unknown' | 'refused';

const VERDICTS = new Map<number, MenuVerdict>([
  [0x06, 'taken'],
  [0x05, 'unknown'],
  [0x15, 'refused'],
]);
const MOST = 256;

export interface MenuAnswer {
  readonly verdict: MenuVerdict;
  /** What stood before the verdict: the command, if this is the scanner it should be. */
  readonly command: string;
}

/** Takes answers to menu commands out of a stream, in any chunks. Never throws; holds at most 256 bytes. */
export function createMenuAnswerParser(): { push(bytes: Uint8Array): MenuAnswer[] } {
  let held = '';
  return {
    push(bytes) {
      const answers: MenuAnswer[] = [];
      for (const byte of bytes) {
        const verdict = VERDICTS.get(byte);
        if (verdict === undefined) {
          held = (held + String.fromCharCode(byte)).slice(-MOST);
          continue;
        }
        // The closing mark of the answer before may still stand in front.
        answers.push({ verdict, command: held.replace(/^[!.\r\n]+/, '') });
        held = '';
      }
      return answers;
    },
  };
}
