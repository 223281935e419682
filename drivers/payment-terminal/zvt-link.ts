import type { Clock } from '../clock.ts';
import { DeviceFault, type Transport } from '../driver.ts';
import { createZvtParser, type ZvtApdu } from '../protocol/zvt.ts';
import { ACK, createZvtSerialParser, NAK, zvtSerialFrame } from '../protocol/zvt-serial.ts';

/** Time for the other side to say that a frame came over whole; PA00P016 allows five seconds. Milliseconds. */
const FRAME_MS = 5000;
const TRIES = 3;

/** APDUs to and from the terminal, over either kind of line. */
export interface ZvtLink {
  /** Resolves when the bytes have left (serial: when the terminal has them whole). Rejects with a DeviceFault. */
  send(apdu: Uint8Array): Promise<void>;
}

type Deps = {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly life: AbortSignal;
  readonly onApdu: (apdu: ZvtApdu) => void;
  /** What came cannot be understood any more. */
  readonly onLost: (fault: DeviceFault) => void;
};

/** Over TCP an APDU goes as it is (PA00P015, chapter "Network"). */
export function zvtOverTcp({ transport, life, onApdu, onLost }: Deps): ZvtLink {
  const parser = createZvtParser();
  transport.onBytes((bytes) => {
    try {
      for (const apdu of parser.push(bytes)) onApdu(apdu);
    } catch {
      onLost(new DeviceFault('illegal', 'the terminal sends what is not ZVT'));
    }
  });
  return { send: (apdu) => transport.write(apdu, { deadlineMs: FRAME_MS, signal: life }) };
}

/** Over a serial line every frame is checked and acknowledged; a frame that comes twice is told once. */
export function zvtOverSerial({ transport, clock, life, onApdu, onLost }: Deps): ZvtLink {
  const frames = createZvtSerialParser();
  let settle: ((answer: 'ack' | 'nak') => void) | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const within = () => ({ deadlineMs: FRAME_MS, signal: life });
  const answer = (byte: number) => void transport.write(Uint8Array.of(byte), within()).catch(() => {});

  transport.onBytes((bytes) => {
    for (const frame of frames.push(bytes)) {
      if (frame.kind === 'ack' || frame.kind === 'nak') settle?.(frame.kind);
      else if (frame.kind === 'damaged') answer(NAK);
      else {
        answer(ACK);
        // Each frame is one APDU; a parser of its own keeps a wrong length from the next.
        const [apdu] = tryParse(frame.bytes);
        if (apdu) onApdu(apdu);
        else onLost(new DeviceFault('illegal', 'the terminal sends what is not ZVT'));
      }
    }
  });

  function acknowledged(): Promise<'ack' | 'nak' | 'silent'> {
    return new Promise((resolve) => {
      const finish = (how: 'ack' | 'nak' | 'silent') => {
        cancel();
        life.removeEventListener('abort', end);
        settle = undefined;
        resolve(how);
      };
      const end = () => finish('silent');
      const cancel = clock.after(FRAME_MS, end);
      life.addEventListener('abort', end, { once: true });
      settle = finish;
    });
  }

  async function sendNow(apdu: Uint8Array) {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const heard = acknowledged();
      await transport.write(zvtSerialFrame(apdu), within());
      const how = await heard;
      if (how === 'ack') return;
      // Silence is no refusal: the frame may have come over, and sending it again could pay twice.
      if (how === 'silent')
        throw new DeviceFault('timeout', 'the terminal did not say that it got the command');
    }
    throw new DeviceFault('failure', `the terminal got the command damaged ${TRIES} times`);
  }

  return {
    send(apdu) {
      const sent = turn.then(() => sendNow(apdu));
      turn = sent.catch(() => {});
      return sent;
    },
  };
}

function tryParse(bytes: Uint8Array): readonly ZvtApdu[] {
  try {
    return createZvtParser().push(bytes);
  } catch {
    return [];
  }
}
