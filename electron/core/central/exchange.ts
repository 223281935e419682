import { maskAddress } from '../../../shared/domain/message-address.ts';
import { isBsn } from '../../../shared/domain/bsn.ts';
import type { CentralExchange } from '../../../shared/contract/workstation.ts';
import { parseJson } from './http-failure.ts';

/** Longest text that is kept of a question or an answer, and of one value in it; characters. */
const MOST = 4000;
const LONGEST_VALUE = 300;
/** Names of NotifyNL under which the address of a visitor stands. */
const ADDRESSES = ['email_address', 'phone_number'];
/** A larger text is a document; it is not read to be shown. */
const LARGEST = 2_000_000;

/** A request and what came back, to be read by whoever must find out why it failed: no headers, no number of a person. */
export function exchangeOf(
  { method, url, body }: { readonly method: string; readonly url: string; readonly body?: string | Buffer },
  status: number | null,
  received: string,
): CentralExchange {
  return { method, url: masked(url), status, sent: shown(body), received: shown(received) };
}

function shown(text: string | Buffer = ''): string {
  if (text.length > LARGEST) return `… ${text.length}`;
  const plain = text.toString();
  const json = parseJson(plain);
  const readable = json === undefined ? plain : JSON.stringify(json, short, 2);
  return cut(masked(readable), MOST);
}

// Masked before it is cut: half a number would not be known as one.
function short(name: string, value: unknown): unknown {
  if (ADDRESSES.includes(name) && typeof value === 'string') return maskAddress(value);
  return typeof value === 'string' ? cut(masked(value), LONGEST_VALUE) : value;
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}… (${text.length})` : text;
}

function masked(text: string): string {
  return text.replaceAll(/(?<!\d)\d{8,9}(?!\d)/g, (digits) =>
    isBsn(digits.padStart(9, '0')) ? '•••••••••' : digits,
  );
}
