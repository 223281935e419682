// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import jsqr from 'jsqr';
import { afterEach, expect, test } from 'vitest';
import { QrCode } from '../../../renderer/kiosk/qr-code.tsx';

const DOTS = 4;

afterEach(cleanup);

/** The picture as a camera has it: four bytes a dot, `DOTS` dots a module. */
function photograph(picture: HTMLElement): { readonly pixels: Uint8ClampedArray; readonly width: number } {
  const size = Number(picture.getAttribute('viewBox')?.split(' ')[2]);
  const width = size * DOTS;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  const path = picture.querySelector('path')?.getAttribute('d') ?? '';
  for (const [, x = '', y = ''] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dot = 0; dot < DOTS * DOTS; dot += 1) {
      const row = Number(y) * DOTS + Math.floor(dot / DOTS);
      const at = (row * width + Number(x) * DOTS + (dot % DOTS)) * 4;
      pixels.fill(0, at, at + 3);
    }
  return { pixels, width };
}

test('a phone reads the address of the page from the code on the kiosk', () => {
  const address = 'https://wachten.voorbeeldstad.example/w/Zx3-abcdefghijklmnop_9?taal=uk';
  render(<QrCode text={address} label="Scan de code" />);
  const { pixels, width } = photograph(screen.getByRole('img', { name: 'Scan de code' }));
  expect(jsqr(pixels, width, width)?.data).toBe(address);
});
