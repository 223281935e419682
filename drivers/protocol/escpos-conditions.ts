import type { DeviceCondition } from '../../shared/contract/device-protocol.ts';

/** The conditions a printer itself can tell. */
export type PrinterCondition = Extract<
  DeviceCondition,
  'paperNearEnd' | 'paperOut' | 'coverOpen' | 'cutterError' | 'unrecoverable'
>;

const when = (yes: boolean, condition: PrinterCondition) => (yes ? [condition] : []);

function paper(nearEnd: boolean, out: boolean): PrinterCondition[] {
  if (out) return ['paperOut'];
  return when(nearEnd, 'paperNearEnd');
}

/** All conditions in an Automatic Status Back block (GS a). */
export function conditionsOfAsb([one, two, three]: readonly [
  number,
  number,
  number,
  number,
]): PrinterCondition[] {
  return [
    ...when((one & 0x20) !== 0, 'coverOpen'),
    ...when((two & 0x08) !== 0, 'cutterError'),
    ...when((two & 0x20) !== 0, 'unrecoverable'),
    ...paper((three & 0x03) !== 0, (three & 0x0c) !== 0),
  ];
}

/** The answers to DLE EOT 2 (offline cause), 3 (error cause) and 4 (roll paper), together the whole state. */
export function conditionsOfRealtime(offline: number, error: number, roll: number): PrinterCondition[] {
  return [
    ...when((offline & 0x04) !== 0, 'coverOpen'),
    ...when((error & 0x08) !== 0, 'cutterError'),
    ...when((error & 0x20) !== 0, 'unrecoverable'),
    // Some models tell the end of the paper only as the reason of being offline.
    ...paper((roll & 0x0c) !== 0, (roll & 0x60) !== 0 || (offline & 0x20) !== 0),
  ];
}

/** Custom's full status: paper, user, recoverable and unrecoverable bytes, and whether a ticket waits in the mouth. */
export function conditionsOfFullStatus([p, u, , x]: readonly [number, number, number, number]): {
  readonly conditions: PrinterCondition[];
  readonly ticketPresent: boolean;
} {
  return {
    conditions: [
      ...when((u & 0x03) !== 0, 'coverOpen'),
      ...when((x & 0x03) !== 0, 'cutterError'),
      ...when((x & 0x0c) !== 0, 'unrecoverable'),
      ...paper((p & 0x04) !== 0, (p & 0x41) !== 0),
    ],
    ticketPresent: (p & 0x20) !== 0,
  };
}
