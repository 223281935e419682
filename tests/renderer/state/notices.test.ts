import { expect, test } from 'vitest';
import { type Notice, type NoticeTone, withNotice } from '../../../renderer/state/notices.ts';

let id = 0;
const notice = (tone: NoticeTone, text: string): Notice => ({ id: (id += 1), tone, text });
const shown = (...notices: readonly Notice[]) =>
  notices.reduce<readonly Notice[]>(withNotice, []).map(({ text }) => text);

test('good news takes the place of earlier good news; what must be closed stays', () => {
  expect(
    shown(notice('ok', 'R001 is opgeroepen'), notice('error', 'mislukt'), notice('ok', 'U001 is opgeroepen')),
  ).toEqual(['mislukt', 'U001 is opgeroepen']);
});

test('the same failure is there once, the latest, and no more than four are', () => {
  const texts = ['een', 'twee', 'een', 'drie', 'vier', 'vijf'];
  expect(shown(...texts.map((text) => notice('error', text)))).toEqual(['een', 'drie', 'vier', 'vijf']);
});
