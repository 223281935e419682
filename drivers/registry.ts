import { z } from 'zod';
import type { DeviceBinding, DeviceRole } from '../shared/contract/device-protocol.ts';
import { createVc0706, vc0706Redactor, Vc0706Settings } from './camera/vc0706.ts';
import { createZfm20, zfm20Redactor, Zfm20Settings } from './fingerprint-reader/zfm20.ts';
import { problemLine, schemaProblems } from '../shared/lib/schema-problems.ts';
import { createElyctisReader, ElyctisSettings } from './document-reader/elyctis.ts';
import { createHoneywellScanner, HoneywellSettings } from './document-reader/honeywell-scanner.ts';
import { createLineReader, LineReaderSettings } from './document-reader/line-reader.ts';
import { elyctisRedactor, honeywellRedactor, redactReader } from './document-reader/redact.ts';
import { DeviceFault, type Driver, type DriverContext } from './driver.ts';
import {
  ELYCTIS_FITS,
  GAMEPAD_FITS,
  KEYBOARD_FITS,
  NUMATO_FITS,
  printerFits,
  STU_FITS,
  type UsbFit,
} from './fits.ts';
import { createEscposPrinter, redactPrinter } from './receipt-printer/escpos.ts';
import { PrinterSettings } from './receipt-printer/profiles.ts';
import { createTopaz, redactTopaz, TopazSettings } from './signature-pad/topaz.ts';
import { createWacomStu, redactStu, StuSettings } from './signature-pad/wacom-stu.ts';
import {
  createGamepadDispenser,
  createKeyboardDispenser,
  GamepadDispenserSettings,
  KeyboardDispenserSettings,
} from './ticket-dispenser/escpos-hid.ts';
import { createTicketDispenser, DispenserSettings } from './ticket-dispenser/escpos-numato.ts';
import { createZvtTerminal, ZvtSettings } from './payment-terminal/zvt.ts';
import { zvtRedactor } from './payment-terminal/zvt-redact.ts';
import type { Redact } from './trace.ts';

/** A driver one can choose: its name, the role it fills, the endpoints it needs and how it is made. */
export interface DriverEntry {
  readonly name: string;
  readonly role: DeviceRole;
  readonly endpoints: readonly string[];
  /** A new one for each connection: what may be kept can depend on what was asked. */
  readonly redactor: () => Redact;
  /** The devices this driver knows by their USB identity; also says which endpoints are HID and not serial. */
  readonly fits?: readonly UsbFit[];
  /** JSON Schema of the settings, for a settings page and for policy files. */
  settingsSchema(): unknown;
  /** What is wrong in the settings: lines for IT with key, value and what is expected. */
  problems(settings: unknown): string[];
  /** How many buttons a visitor can press with these settings; left out by what has none. */
  buttons?(settings: unknown): number | undefined;
  /** Checks the settings (throws DeviceFault `illegal` with field and reason) and gives what makes the driver. */
  prepare(settings: unknown): (context: DriverContext) => Driver;
}

function driver<Settings>(
  entry: Omit<DriverEntry, 'prepare' | 'problems' | 'settingsSchema'>,
  schema: z.ZodType<Settings>,
  create: (context: DriverContext, settings: Settings) => Driver,
): DriverEntry {
  const problems = (settings: unknown): string[] => {
    const { error } = schema.safeParse(settings);
    return error ? schemaProblems(schema, error.issues, settings, ['settings']) : [];
  };
  return {
    ...entry,
    problems,
    settingsSchema: () => z.toJSONSchema(schema, { io: 'input' }),
    prepare(settings) {
      const parsed = schema.safeParse(settings);
      if (parsed.success) return (context) => create(context, parsed.data);
      throw new DeviceFault('illegal', problems(settings).join('; '));
    },
  };
}

/** All drivers there are. */
export const drivers: readonly DriverEntry[] = [
  driver(
    {
      name: 'escpos',
      role: 'receipt-printer',
      endpoints: ['main'],
      redactor: () => redactPrinter,
      fits: printerFits('main'),
    },
    PrinterSettings,
    (context, settings) => createEscposPrinter(context, settings),
  ),
  driver(
    {
      name: 'escpos-numato',
      role: 'ticket-dispenser',
      endpoints: ['printer', 'buttons'],
      redactor: () => redactPrinter,
      fits: [...printerFits('printer'), ...NUMATO_FITS],
      buttons: (settings) => DispenserSettings.safeParse(settings).data?.buttons,
    },
    DispenserSettings,
    createTicketDispenser,
  ),
  driver(
    {
      name: 'escpos-gamepad',
      role: 'ticket-dispenser',
      endpoints: ['printer', 'buttons'],
      redactor: () => redactPrinter,
      fits: [...printerFits('printer'), ...GAMEPAD_FITS],
    },
    GamepadDispenserSettings,
    createGamepadDispenser,
  ),
  driver(
    {
      name: 'escpos-keyboard',
      role: 'ticket-dispenser',
      endpoints: ['printer', 'buttons'],
      redactor: () => redactPrinter,
      fits: [...printerFits('printer'), ...KEYBOARD_FITS],
    },
    KeyboardDispenserSettings,
    createKeyboardDispenser,
  ),
  driver(
    {
      name: 'elyctis',
      role: 'document-reader',
      endpoints: ['main'],
      redactor: elyctisRedactor,
      fits: ELYCTIS_FITS,
    },
    ElyctisSettings,
    createElyctisReader,
  ),
  driver(
    {
      name: 'wacom-stu',
      role: 'signature-pad',
      endpoints: ['main'],
      redactor: () => redactStu,
      fits: STU_FITS,
    },
    StuSettings,
    createWacomStu,
  ),
  driver(
    { name: 'topaz', role: 'signature-pad', endpoints: ['main'], redactor: () => redactTopaz },
    TopazSettings,
    createTopaz,
  ),
  driver(
    { name: 'zvt', role: 'payment-terminal', endpoints: ['main'], redactor: zvtRedactor },
    ZvtSettings,
    createZvtTerminal,
  ),
  driver(
    { name: 'vc0706', role: 'camera', endpoints: ['main'], redactor: vc0706Redactor },
    Vc0706Settings,
    createVc0706,
  ),
  driver(
    { name: 'zfm20', role: 'fingerprint-reader', endpoints: ['main'], redactor: zfm20Redactor },
    Zfm20Settings,
    createZfm20,
  ),
  // Both read documents as well as codes; a counter can have one of them for both, or next to another reader.
  ...(['document-reader', 'code-scanner'] as const).flatMap((role) => [
    driver(
      { name: 'line-reader', role, endpoints: ['main'], redactor: () => redactReader },
      LineReaderSettings,
      createLineReader,
    ),
    driver(
      { name: 'honeywell-scanner', role, endpoints: ['main'], redactor: honeywellRedactor },
      HoneywellSettings,
      createHoneywellScanner,
    ),
  ]),
];

/** The driver a binding names; throws DeviceFault `illegal` with what is wrong in the binding. */
export function driverFor(binding: DeviceBinding, known: readonly DriverEntry[] = drivers): DriverEntry {
  const entry = entryOf(binding, known);
  const problems = misfits(binding, entry, known);
  if (entry && problems.length === 0) return entry;
  throw new DeviceFault('illegal', problems.join('; '));
}

/**
 * What is wrong in a binding, before anything is opened: lines for IT, in Dutch, that name the key below the binding, its
 * value and what is expected. Empty when the driver can work with it.
 */
export function judgeBinding(binding: DeviceBinding): string[] {
  const entry = entryOf(binding, drivers);
  return [...misfits(binding, entry, drivers), ...(entry?.problems(binding.settings) ?? [])];
}

/** How many buttons a visitor can press on the device of a binding; undefined when it has none. */
export function buttonsOf(binding: DeviceBinding): number | undefined {
  return entryOf(binding, drivers)?.buttons?.(binding.settings);
}

function entryOf({ driver, role }: DeviceBinding, known: readonly DriverEntry[]): DriverEntry | undefined {
  return known.find((each) => each.name === driver && each.role === role);
}

function misfits(
  { driver, role, endpoints }: DeviceBinding,
  entry: DriverEntry | undefined,
  known: readonly DriverEntry[],
): string[] {
  if (!entry) {
    const names = known.filter((each) => each.role === role).map(({ name }) => name);
    const expected =
      names.length === 0 ? `niets, want voor ${role} is er geen driver` : `een van ${names.join(', ')}`;
    return [problemLine('driver', JSON.stringify(driver), expected)];
  }
  const given = Object.keys(endpoints);
  const keys = `de sleutels ${entry.endpoints.join(', ')}`;
  return [
    ...entry.endpoints.filter((name) => !given.includes(name)).map((name) => [name, 'ontbreekt'] as const),
    ...given
      .filter((name) => !entry.endpoints.includes(name))
      .map((name) => [name, 'deze sleutel bestaat niet'] as const),
  ].map(([name, what]) => problemLine(`endpoints.${name}`, what, keys));
}
