import type { Clock } from '../clock.ts';
import { asFault, DeviceFault, type Limits, type Transport } from '../driver.ts';
import { createInbox } from '../inbox.ts';
import { createHidFrameParser, type HidFrame, hidFrame, type HidFrameType } from '../protocol/hid-tunnel.ts';
import { createLinkEnd } from './link-end.ts';
import { openTcp } from './tcp.ts';

/** A simulated HID device on the network, with the same face as a real one. Rejects as openTcp does. */
export async function openHidTcp(
  host: string,
  port: number,
  clock: Clock,
  limits: Limits,
): Promise<Transport> {
  const tcp = await openTcp(host, port, clock, limits);
  const end = createLinkEnd();
  const life = new AbortController();
  const inbox = createInbox<HidFrame>(clock, life.signal);
  const parser = createHidFrameParser();
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  tcp.onGone((fault) => {
    life.abort(fault);
    end.lose(fault);
  });
  tcp.onBytes((chunk) => {
    try {
      for (const frame of parser.push(chunk)) {
        if (frame.type === 'input') for (const listener of listeners) listener(frame.bytes);
        else inbox.push(frame);
      }
    } catch (error) {
      end.lose(asFault(error));
      void tcp.close();
    }
  });

  /** One question at a time: the answers carry no number. */
  function ask(question: Uint8Array, type: HidFrameType, within: Limits): Promise<Uint8Array> {
    const asked = turn.then(async () => {
      const answer = inbox.next(type, (frame) => (frame.type === type ? frame.bytes : undefined), within);
      answer.catch(() => {});
      await tcp.write(question, within);
      return answer;
    });
    turn = asked.catch(() => {});
    return asked;
  }

  return {
    name: `hid ${tcp.name}`,
    write: (bytes, within) => tcp.write(hidFrame('output', bytes), within),
    onBytes: (listener) => void listeners.push(listener),
    onGone: (listener) => void end.onGone(listener),
    checkAlive: async () => !end.ended && (await tcp.checkAlive()),
    async close() {
      end.finish();
      life.abort(new DeviceFault('closed', 'the link is closed'));
      await tcp.close();
    },
    features: {
      async get(reportId, size, within) {
        const question = Uint8Array.of(reportId, size >> 8, size & 0xff);
        const report = await ask(hidFrame('getFeature', question), 'feature', within);
        if (report.length === 0) throw new DeviceFault('failure', refused('gave', reportId));
        return report;
      },
      async set(report, within) {
        const [answer] = await ask(hidFrame('setFeature', report), 'featureSet', within);
        if (answer !== 0) throw new DeviceFault('failure', refused('took', report[0] ?? 0));
      },
    },
  };
}

function refused(what: string, reportId: number): string {
  return `the device ${what} no feature report ${reportId.toString(16).padStart(2, '0')}`;
}
