import { phoneNumber } from './phone.ts';

export type MessageChannel = 'email' | 'sms';

/** Why a message can't go to what was typed. */
export type AddressProblem =
  | 'empty'
  | 'noAt'
  | 'noDomain'
  | 'space'
  | 'emailForm'
  | 'notMobile'
  | 'digits'
  | 'phoneForm';

/** The address as it is sent, or what is wrong with it. */
export type CheckedAddress =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly problem: AddressProblem };

const MOST_EMAIL = 254;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;
const MOBILE = /^(?:06|\+316)(\d{8})$/;

/** Judges an e-mail address (RFC 5321, without quoted names), or a Dutch mobile number: kept as +316 and eight digits. */
export function checkAddress(channel: MessageChannel, typed: string): CheckedAddress {
  const text = typed.trim();
  if (text === '') return wrong('empty');
  return channel === 'email' ? checkEmail(text) : checkMobile(text);
}

function checkEmail(text: string): CheckedAddress {
  if (/\s/.test(text)) return wrong('space');
  const at = text.lastIndexOf('@');
  if (at < 0) return wrong('noAt');
  const labels = text.slice(at + 1).split('.');
  if (labels.length < 2 || labels.some((label) => label === '')) return wrong('noDomain');
  const right =
    text.length <= MOST_EMAIL &&
    at <= 64 &&
    LOCAL.test(text.slice(0, at)) &&
    labels.every((label) => LABEL.test(label)) &&
    /[a-z]/i.test(labels.at(-1) ?? '');
  return right ? { ok: true, address: text } : wrong('emailForm');
}

function checkMobile(text: string): CheckedAddress {
  const plain = text.replaceAll(/[\s().-]/g, '').replace(/^0031|^\+310/, '+31');
  const [, rest] = MOBILE.exec(plain) ?? [];
  if (rest !== undefined) return { ok: true, address: `+316${rest}` };
  if (!/^\+?\d+$/.test(plain)) return wrong('phoneForm');
  if (/^(06|\+316)/.test(plain)) return wrong('digits');
  return wrong(phoneNumber(plain) === null ? 'digits' : 'notMobile');
}

function wrong(problem: AddressProblem): CheckedAddress {
  return { ok: false, problem };
}

/** The address for a screen: enough to recognise it, not enough to use it. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at > 0) return `${address.slice(0, 1)}•••${address.slice(at)}`;
  return `•••${address.slice(-2)}`;
}
