import { createSimulatedLineReader } from './line-reader.ts';
import type { SimulatedDevice } from './simulator.ts';

const SYN = '\x16';
/** What follows the SYN with which every command begins. */
const MENU = /^.M\r([^!.]*)([!.])/;
const TRIGGER = /^.([TU])\r/;
/** The menu names this scanner knows, with the values it takes. */
const KNOWN: Readonly<Record<string, RegExp>> = { OCRENA: /^\d$/ };

/**
 * A Honeywell 2D scanner on a serial line: menu commands, trigger, machine readable zones by OCR-B, and codes. `send`
 * brings bytes to the host.
 */
export function createSimulatedScanner(send: (bytes: Uint8Array) => void): SimulatedDevice {
  const out = createSimulatedLineReader(send);
  let ocr = true;
  let needsTrigger = false;
  let triggered = false;
  let held = '';

  function order(command: string, mark: string) {
    const [name, value] = [command.slice(0, 6), command.slice(6)];
    const takes = KNOWN[name];
    const verdict = !takes ? '\x05' : takes.test(value) ? '\x06' : '\x15';
    if (verdict === '\x06' && name === 'OCRENA') ocr = value !== '0';
    send(Buffer.from(`${command}${verdict}${mark}`, 'latin1'));
  }

  /** Takes one command off the front of what was heard; false when there is none. */
  function obey(): boolean {
    const menu = MENU.exec(held);
    const trigger = TRIGGER.exec(held);
    const [whole] = menu ?? trigger ?? [];
    if (whole === undefined) return false;
    held = held.slice(whole.length);
    if (menu) order(menu[1]!, menu[2]!);
    else triggered = trigger![1] === 'T';
    return true;
  }

  /** A good reading lets go of the trigger. */
  function read(line: string): string | undefined {
    if (needsTrigger && !triggered) return 'ok';
    triggered = false;
    return out.command(line);
  }

  return {
    receive(bytes) {
      held = (held + Buffer.from(bytes).toString('latin1')).slice(-200);
      for (;;) {
        const start = held.indexOf(SYN);
        held = start < 0 ? '' : held.slice(start);
        if (!obey()) return;
      }
    },
    powerOff() {
      // A setting with `!` is gone with the power.
      ocr = true;
      triggered = false;
      held = '';
      out.powerOff();
    },
    command(line) {
      const [name] = line.split(/\s+/);
      if (name === 'scan') return ocr ? read(line) : 'ok';
      if (name === 'code') return read(line);
      if (name === 'trigger-only') {
        needsTrigger = true;
        return 'ok';
      }
      return out.command(line);
    },
    help: [...out.help, 'trigger-only                 read only while the host keeps the trigger pressed'],
  };
}
