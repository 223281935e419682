import type { ServerResponse } from 'node:http';
import type { Clock } from '../core/ports.ts';

export interface SseOptions {
  readonly clock: Clock;
  /** Milliseconds between two `beat` events, which also carry the server's time. */
  readonly heartbeatMs: number;
  /** How many connections at most; one more is refused. */
  readonly maxConnections: number;
  /** The same from one remote address; left out: as many as there may be. */
  readonly maxPerAddress?: number;
  /** Unsent bytes at which a connection is given up; the other end reconnects and starts anew. */
  readonly maxBufferedBytes: number;
}

export interface SseConnection {
  /** Sends one frame made by `frame()`. */
  send(frame: string): void;
  /**
   * Sends a frame that replaces every earlier one: while the other end does not keep up only the newest is kept, so a
   * slow display costs one frame of memory and never shows the past.
   */
  sendLatest(frame: string): void;
  onClose(run: () => void): void;
}

/** One server-sent event on the wire (WHATWG HTML, section 9.2); `event` is left out for plain messages. */
export function frame(data: string, event?: string): string {
  const lines = data
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}\n`)
    .join('');
  return event === undefined ? `${lines}\n` : `event: ${event}\n${lines}\n`;
}

/** A set of open server-sent event streams with heartbeat, cap and a limit on what a slow reader may cost. */
export class SseHub {
  readonly #options: SseOptions;
  readonly #open = new Set<OpenStream>();
  #cancelBeat: () => void;
  #stopped = false;

  constructor(options: SseOptions) {
    this.#options = options;
    this.#cancelBeat = options.clock.after(options.heartbeatMs, () => this.#beat());
  }

  /** How many streams are open now. */
  get size(): number {
    return this.#open.size;
  }

  /** Turns an answer into a stream; null when a cap is reached or the hub has stopped, with nothing written. */
  attach(response: ServerResponse, headers: Readonly<Record<string, string>>): SseConnection | null {
    const { maxConnections, maxPerAddress = maxConnections } = this.#options;
    const address = response.req.socket.remoteAddress;
    const fromThere = [...this.#open].filter((stream) => stream.address === address).length;
    if (this.#stopped || this.#open.size >= maxConnections || fromThere >= maxPerAddress) return null;
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const stream = new OpenStream(response, this.#options.maxBufferedBytes);
    this.#open.add(stream);
    response.once('close', () => this.#open.delete(stream));
    stream.send(this.#beatFrame());
    return stream;
  }

  /** Sends one already encoded frame to all as the newest state. */
  broadcastLatest(text: string): void {
    for (const stream of this.#open) stream.sendLatest(text);
  }

  /** Ends every stream and takes no new ones. */
  stop(): void {
    this.#stopped = true;
    this.#cancelBeat();
    for (const stream of this.#open) stream.end();
    this.#open.clear();
  }

  #beatFrame(): string {
    return frame(this.#options.clock.now().toISOString(), 'beat');
  }

  #beat(): void {
    const text = this.#beatFrame();
    for (const stream of this.#open) stream.beat(text);
    this.#cancelBeat = this.#options.clock.after(this.#options.heartbeatMs, () => this.#beat());
  }
}

class OpenStream implements SseConnection {
  readonly address: string | undefined;
  readonly #response: ServerResponse;
  readonly #maxBufferedBytes: number;
  #stuck = false;
  #missedBeat = false;
  #pending: string | undefined;

  constructor(response: ServerResponse, maxBufferedBytes: number) {
    this.address = response.req.socket.remoteAddress;
    this.#response = response;
    this.#maxBufferedBytes = maxBufferedBytes;
    response.on('drain', () => this.#drained());
    // A reset by the other end is the normal way a display leaves; 'close' follows.
    response.on('error', () => undefined);
  }

  send(text: string): void {
    if (this.#response.destroyed) return;
    if (!this.#response.write(text)) this.#stuck = true;
    if (this.#response.writableLength > this.#maxBufferedBytes) this.#response.destroy();
  }

  sendLatest(text: string): void {
    if (this.#stuck) this.#pending = text;
    else this.send(text);
  }

  /** A stream that has taken nothing since the beat before is dead: let it go. */
  beat(text: string): void {
    if (!this.#stuck) {
      this.send(text);
      return;
    }
    if (this.#missedBeat) this.#response.destroy();
    this.#missedBeat = true;
  }

  onClose(run: () => void): void {
    this.#response.once('close', run);
  }

  end(): void {
    this.#response.end();
    this.#response.destroy();
  }

  #drained(): void {
    this.#stuck = false;
    this.#missedBeat = false;
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending !== undefined) this.send(pending);
  }
}
