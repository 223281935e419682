import type { DeviceCommand, DeviceMessage } from '../../../shared/contract/device-protocol.ts';
import type { Clock, DeviceLink, Ids } from '../ports.ts';

/** What a question to the device process needs. */
export interface AskDeps {
  readonly link: DeviceLink;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Messages that answer a question carry its number. */
export type DeviceAnswer = Extract<DeviceMessage, { readonly requestId: string }>;

/**
 * Asks the device process and gives its answer: `down` when it takes no questions now, `silent` when nothing came before
 * the deadline (milliseconds). Never rejects.
 */
export function askDevices<Type extends DeviceAnswer['type']>(
  { link, clock, ids }: AskDeps,
  type: Type,
  deadlineMs: number,
  question: (requestId: string) => DeviceCommand,
): Promise<Extract<DeviceAnswer, { type: Type }> | 'down' | 'silent'> {
  const requestId = ids.uuid();
  return new Promise((resolve) => {
    const done = (answer: Extract<DeviceAnswer, { type: Type }> | 'down' | 'silent') => {
      cancel();
      unsubscribe();
      resolve(answer);
    };
    const isMine = (message: DeviceMessage): message is Extract<DeviceAnswer, { type: Type }> =>
      message.type === type && 'requestId' in message && message.requestId === requestId;
    const cancel = clock.after(deadlineMs, () => done('silent'));
    const unsubscribe = link.onMessage((message) => {
      if (isMine(message)) done(message);
    });
    if (!link.send(question(requestId))) done('down');
  });
}
