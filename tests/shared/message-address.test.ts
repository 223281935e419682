import { expect, test } from 'vitest';
import { checkAddress, maskAddress } from '../../shared/domain/message-address.ts';

test.each([
  ['email', ' balie@example.nl ', 'balie@example.nl'],
  ['email', "o'brien+post@sub.example.co.nl", "o'brien+post@sub.example.co.nl"],
  ['sms', '06 12 34 56 78', '+31612345678'],
  ['sms', '06-12345678', '+31612345678'],
  ['sms', '+31 6 12345678', '+31612345678'],
  ['sms', '0031612345678', '+31612345678'],
  ['sms', '+31 (0)6 12345678', '+31612345678'],
] as const)('%s %j is sent to %s', (channel, typed, address) => {
  expect(checkAddress(channel, typed)).toEqual({ ok: true, address });
});

test.each([
  ['email', '', 'empty'],
  ['email', 'balie.example.nl', 'noAt'],
  ['email', 'balie@example', 'noDomain'],
  ['email', 'balie@example.', 'noDomain'],
  ['email', 'balie @example.nl', 'space'],
  ['email', '.balie@example.nl', 'emailForm'],
  ['email', 'balie@exa_mple.nl', 'emailForm'],
  ['email', 'balie@10.0.0.1', 'emailForm'],
  ['email', `${'a'.repeat(65)}@example.nl`, 'emailForm'],
  ['sms', '', 'empty'],
  ['sms', '0612345', 'digits'],
  ['sms', '06123456789', 'digits'],
  ['sms', '010 1234567', 'notMobile'],
  ['sms', '+4915112345678', 'notMobile'],
  ['sms', 'nul zes', 'phoneForm'],
] as const)('%s %j can not be used: %s', (channel, typed, problem) => {
  expect(checkAddress(channel, typed)).toEqual({ ok: false, problem });
});

test('a screen shows enough of an address to recognise it', () => {
  expect(maskAddress('balie@example.nl')).toBe('b•••@example.nl');
  expect(maskAddress('+31612345678')).toBe('•••78');
});
