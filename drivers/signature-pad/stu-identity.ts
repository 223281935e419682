import { DeviceFault, type UsbIds } from '../driver.ts';
import {
  type Capability,
  parseCapability,
  parseInformation,
  printable,
  REPORT,
} from '../protocol/wacom-stu.ts';
import {
  modelOfName,
  modelOfUsb,
  type StuModel,
  type StuTraits,
  stuTraits,
} from '../protocol/wacom-stu-models.ts';
import type { StuLink } from './stu-link.ts';

/** Which pad this is, and what it can do. */
export interface PadIdentity {
  readonly traits: StuTraits;
  readonly capability: Capability;
  /** Model and firmware, for people. */
  readonly name: string;
  readonly serial: string | null;
}

/**
 * Asks a pad who it is. What it does not tell comes from its USB product, then from the settings. Throws `illegal` for
 * a device that is no STU pad, and `failure` when its sizes are not known: buttons would be where nobody sees them.
 */
export async function identifyPad(
  link: StuLink,
  usb: UsbIds | undefined,
  setModel: StuModel | undefined,
): Promise<PadIdentity> {
  const told = await link.ask(REPORT.information);
  const information = told && parseInformation(told);
  const plugged = usb && modelOfUsb(usb);
  if (usb && !plugged && !information)
    throw new DeviceFault('illegal', `USB ${usb.vendorId}:${usb.productId} is no STU signature pad`);
  const model = information ? modelOfName(information.model) : (plugged ?? setModel);
  if (!model) {
    const why = information
      ? `'${information.model}' is no STU pad that this driver knows`
      : 'the pad does not say which it is: set its model';
    throw new DeviceFault('illegal', why);
  }
  const traits = stuTraits(model);
  return {
    traits,
    capability: await capabilityOf(link, traits),
    name: information ? `${model}, firmware ${information.firmware}` : model,
    serial: await serialOf(link, usb),
  };
}

async function capabilityOf(link: StuLink, { model, sizes, encodings }: StuTraits): Promise<Capability> {
  const told = await link.ask(REPORT.capability);
  const capability = told && parseCapability(told);
  if (capability) return capability;
  if (!sizes) throw new DeviceFault('failure', `the ${model} does not tell its sizes`);
  return { ...sizes, maxPressure: 1023, unitsPerInch: 0, encodings };
}

async function serialOf(link: StuLink, usb: UsbIds | undefined): Promise<string | null> {
  for (const report of [REPORT.eSerial, REPORT.uid2]) {
    const told = await link.ask(report);
    const text = told && told[0] === report ? printable(told.subarray(1)) : '';
    if (text !== '') return text;
  }
  const uid = await link.ask(REPORT.uid);
  const number = uid && uid.length >= 5 ? Buffer.from(uid.subarray(1, 5)) : undefined;
  if (number?.some((byte) => byte !== 0)) return number.toString('hex').toUpperCase();
  return usb?.serialNumber ?? null;
}
