import {
  Camera,
  CreditCard,
  Fingerprint,
  IdCard,
  type LucideIcon,
  PenLine,
  Printer,
  QrCode,
  Ticket,
} from 'lucide-react';
import type { DeviceRole } from '../../../../shared/contract/device-protocol.ts';

const ICONS: Readonly<Record<DeviceRole, LucideIcon>> = {
  'receipt-printer': Printer,
  'ticket-dispenser': Ticket,
  'document-reader': IdCard,
  'code-scanner': QrCode,
  'signature-pad': PenLine,
  camera: Camera,
  'fingerprint-reader': Fingerprint,
  'payment-terminal': CreditCard,
};

/** The picture of a kind of device, beside its name or state. */
export function DeviceIcon({ role, size = 16 }: { readonly role: DeviceRole; readonly size?: number }) {
  const Icon = ICONS[role];
  return <Icon size={size} aria-hidden />;
}
