import { amsterdamDay, amsterdamTime } from '../../shared/domain/dates.ts';
import { createZvtParser, ZVT, zvtApdu } from '../protocol/zvt.ts';
import { ACK, createZvtSerialParser, zvtSerialFrame } from '../protocol/zvt-serial.ts';
import type { SimulatedDevice } from './simulator.ts';

type Outcome = 'pay' | 'decline' | 'cancel';

const RESULT: Readonly<Record<Outcome, number>> = { pay: 0x00, decline: 0x65, cancel: 0x6c };

/**
 * A ZVT terminal (PA00P015) with a visitor at it: he waits until told what to do, or does it by himself. `send` brings bytes to
 * the host; `line` says whether APDUs go as they are (TCP) or in serial frames.
 */
export function createSimulatedTerminal(
  send: (bytes: Uint8Array) => void,
  line: 'tcp' | 'serial' = 'tcp',
): SimulatedDevice & { readonly payments: () => readonly number[] } {
  const paid: number[] = [];
  let habit: Outcome | 'wait' = 'wait';
  let open: { readonly amount: Uint8Array; readonly cents: number } | undefined;
  let trace = 0;
  let last: Uint8Array | undefined;
  let answersRepeat = true;
  let afterPayment: 'answer' | 'silent' = 'answer';
  let tcp = createZvtParser();
  const serial = createZvtSerialParser();

  const tell = (command: number, ...data: number[]) => {
    const apdu = zvtApdu(command, Uint8Array.from(data));
    send(line === 'serial' ? zvtSerialFrame(apdu) : apdu);
  };
  const bcd = (value: number, bytes: number) => [
    ...Buffer.from(String(value).padStart(bytes * 2, '0'), 'hex'),
  ];
  const complete = () => tell(ZVT.completion);

  function statusOf(code: number, amount: Uint8Array): number[] {
    const text = [...Buffer.from('Debit')];
    const now = new Date();
    const [, month = '', date = ''] = amsterdamDay(now).split('-');
    const time = Buffer.from(
      `${amsterdamTime(now).replace(':', '')}${now.toISOString().slice(17, 19)}`,
      'hex',
    );
    const fields: readonly [tag: number, data: readonly number[]][] = [
      [0x27, [code]],
      [0x04, [...amount]],
      [0x0b, bcd(trace, 3)],
      [0x0c, [...time]],
      [0x0d, [...Buffer.from(month + date, 'hex')]],
      [0x29, [0x28, 0x00, 0x48, 0x69]],
      [0x49, [0x09, 0x78]],
      [0x8b, [0xf0, 0xf0 + text.length, ...text]],
    ];
    return fields.flatMap(([tag, data]) => [tag, ...data]);
  }

  /** The visitor, or the till, ends the payment that is open. */
  function end(outcome: Outcome): string {
    if (!open) return 'there is no payment';
    const { amount, cents } = open;
    open = undefined;
    const code = RESULT[outcome];
    trace += 1;
    const status = statusOf(code, amount);
    last = Uint8Array.from(status);
    if (outcome === 'pay') paid.push(cents);
    // What is decided here stands, also when nobody hears of it any more.
    if (afterPayment === 'silent') return 'ok';
    tell(ZVT.intermediateStatus, 0x04);
    tell(ZVT.statusInformation, ...status);
    if (outcome === 'pay') {
      for (const text of ['KASSENBELEG', `EUR ${(cents / 100).toFixed(2)}`, 'BEZAHLT'])
        tell(ZVT.printLine, 0x00, ...Buffer.from(text));
      complete();
    } else tell(ZVT.abort, code);
    return 'ok';
  }

  function receive(command: number, data: Uint8Array) {
    if (command === ZVT.acknowledged) return;
    if (command === ZVT.authorisation && open) return tell(0x8400 | 0x83);
    tell(ZVT.acknowledged);
    switch (command) {
      case ZVT.registration:
        complete();
        return;
      case ZVT.authorisation: {
        const amount = data.slice(1, 7);
        open = { amount, cents: Number(Buffer.from(amount).toString('hex')) };
        tell(ZVT.intermediateStatus, 0x0a);
        if (habit === 'pay' || habit === 'decline' || habit === 'cancel') end(habit);
        return;
      }
      case ZVT.abortByTill:
        if (open) end('cancel');
        return;
      case ZVT.repeatReceipt:
        if (last && answersRepeat) tell(ZVT.statusInformation, ...last);
        if (last) complete();
        else tell(ZVT.abort, 0x9c);
    }
  }

  const set: Readonly<Record<string, () => void>> = {
    'visitor waits': () => (habit = 'wait'),
    'visitor pays': () => (habit = 'pay'),
    'visitor declined': () => (habit = 'decline'),
    'visitor cancels': () => (habit = 'cancel'),
    'answer lost': () => (afterPayment = 'silent'),
    'answer given': () => (afterPayment = 'answer'),
    'repeat off': () => (answersRepeat = false),
    'repeat on': () => (answersRepeat = true),
  };

  return {
    payments: () => paid,
    receive(bytes) {
      if (line === 'tcp') {
        for (const { command, data } of tcp.push(bytes)) receive(command, data);
        return;
      }
      for (const frame of serial.push(bytes)) {
        if (frame.kind !== 'apdu') continue;
        send(Uint8Array.of(ACK));
        for (const { command, data } of createZvtParser().push(frame.bytes)) receive(command, data);
      }
    },
    powerOff() {
      // A terminal with its own power goes on with the card: only the link to the till is gone.
      tcp = createZvtParser();
      serial.reset();
    },
    command(text) {
      if (text === 'pay' || text === 'decline' || text === 'cancel') return end(text);
      if (text === 'pin') {
        tell(ZVT.intermediateStatus, 0x01);
        return 'ok';
      }
      if (text === 'state')
        return `${open ? `waits for ${(open.cents / 100).toFixed(2)}` : 'idle'}, paid ${paid.length}: ${paid.join(' ')}`;
      const change = set[text];
      change?.();
      return change && 'ok';
    },
    help: [
      'pay    decline    cancel    pin       what the visitor does with the open payment',
      'visitor pays|declined|cancels|waits   what he does by himself from now on',
      'answer lost|given                     whether the till hears how it ended',
      'repeat on|off                         whether "repeat receipt" tells the last payment        state',
    ],
  };
}
