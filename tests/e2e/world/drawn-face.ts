import type { Page } from 'playwright/test';

/** A face that nobody has: what differs from a good passport photo. */
export interface DrawnFace {
  /** Clockwise, in degrees. */
  readonly tilt?: number;
  /** 1: the head is 27 mm high in the photo of a full HD camera. */
  readonly size?: number;
  /** Colours of the background at its left and right. */
  readonly background?: readonly [string, string];
  /** Radius of a blur over all, in pixels. */
  readonly blur?: number;
  readonly hasFace?: boolean;
}

/**
 * Draws the face in a page and gives JPEG pictures of 1920 by 1080 that differ a little from each other, as those of a
 * camera do. Drawn with circles and gradients: no person was asked, and none is shown.
 */
export async function drawFace(page: Page, face: DrawnFace = {}, frames = 3): Promise<Buffer[]> {
  const pictures = await page.evaluate(drawInPage, { face, frames });
  return pictures.map((base64) => Buffer.from(base64, 'base64'));
}

/** Runs in the page: it may use nothing from outside. */
async function drawInPage({
  face: { tilt = 0, size = 1, background = ['#c9d2d8', '#c9d2d8'], blur = 0, hasFace = true },
  frames,
}: {
  readonly face: DrawnFace;
  readonly frames: number;
}): Promise<string[]> {
  const canvas = new OffscreenCanvas(1920, 1080);
  const g = canvas.getContext('2d');
  if (!g) throw new Error('no canvas');
  const oval = (x: number, y: number, rx: number, ry: number, fill: string | CanvasGradient): void => {
    g.beginPath();
    g.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
    g.fillStyle = fill;
    g.fill();
  };
  const glow = (x: number, y: number, r: number, colour: string, part: number): void => {
    const light = g.createRadialGradient(x, y, r / 8, x, y, r);
    light.addColorStop(0, `rgba(${colour}, ${part})`);
    light.addColorStop(1, `rgba(${colour}, 0)`);
    oval(x, y, r, r, light);
  };
  const shape = (fill: string | CanvasGradient, ...points: readonly (readonly number[])[]): void => {
    g.beginPath();
    for (const [index, [x = 0, y = 0, cx, cy]] of points.entries()) {
      if (index === 0) g.moveTo(x, y);
      else if (cx === undefined || cy === undefined) g.lineTo(x, y);
      else g.quadraticCurveTo(cx, cy, x, y);
    }
    g.fillStyle = fill;
    g.fill();
  };
  const stroke = (colour: string, width: number, from: number[], to: number[], over: number[]): void => {
    g.strokeStyle = colour;
    g.lineWidth = width;
    g.lineCap = 'round';
    g.beginPath();
    g.moveTo(from[0] ?? 0, from[1] ?? 0);
    g.quadraticCurveTo(over[0] ?? 0, over[1] ?? 0, to[0] ?? 0, to[1] ?? 0);
    g.stroke();
  };
  const eye = (d: -1 | 1): void => {
    glow(d * 88, -30, 75, '110, 65, 40', 0.5);
    stroke('#3a271b', 17, [d * 40, -88], [d * 145, -85], [d * 95, -118]);
    oval(d * 88, -25, 46, 22, '#f0ebe4');
    oval(d * 88, -25, 20, 20, '#4a3420');
    oval(d * 88, -25, 9, 9, '#120e0b');
    oval(d * 88 - 6, -32, 5, 5, '#ffffff');
    stroke('#2a1a12', 7, [d * 42, -25], [d * 134, -25], [d * 88, -70]);
    stroke('#2a1a12', 3, [d * 42, -25], [d * 134, -25], [d * 88, 20]);
    glow(d * 110, 110, 90, '205, 110, 90', 0.3);
  };
  const head = (): void => {
    oval(0, -70, 268, 300, '#3b2a1e');
    for (const d of [-1, 1]) oval(d * 222, 10, 30, 62, '#cf9c78');
    const skin = g.createRadialGradient(0, -40, 40, 0, 0, 380);
    skin.addColorStop(0, '#e8c0a0');
    skin.addColorStop(0.6, '#deae8a');
    skin.addColorStop(1, '#a8754f');
    oval(0, 20, 222, 300, skin);
    oval(0, -235, 215, 85, '#3b2a1e');
    eye(-1);
    eye(1);
    const bridge = g.createLinearGradient(-45, 0, 45, 0);
    for (const [at, colour] of [
      [0, 'rgba(120, 70, 45, .5)'],
      [0.35, 'rgba(245, 215, 190, .5)'],
      [0.65, 'rgba(245, 215, 190, .5)'],
      [1, 'rgba(120, 70, 45, .5)'],
    ] as const)
      bridge.addColorStop(at, colour);
    shape(bridge, [-22, -40], [22, -40], [52, 88, 28, 40], [-52, 88, 0, 128], [-22, -40, -28, 40]);
    for (const d of [-1, 1]) oval(d * 24, 98, 14, 8, '#5a3020');
    shape('#b0564e', [-82, 182], [0, 170, -35, 160], [82, 182, 35, 160], [-82, 182, 0, 196]);
    shape('#c56a60', [-82, 182], [82, 182, 0, 192], [-82, 182, 0, 248]);
    stroke('#6a2a26', 4, [-84, 182], [84, 182], [0, 194]);
    glow(0, 240, 60, '110, 60, 40', 0.3);
  };
  const encode = async (): Promise<string> => {
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
    let text = '';
    for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte);
    return btoa(text);
  };
  const pictures: string[] = [];
  for (let frame = 0; frame < frames; frame += 1) {
    g.resetTransform();
    g.filter = blur > 0 ? `blur(${blur}px)` : 'none';
    const wall = g.createLinearGradient(540, 0, 1380, 0);
    wall.addColorStop(0, background[0]);
    wall.addColorStop(1, background[1]);
    g.fillStyle = wall;
    g.fillRect(0, 0, 1920, 1080);
    g.fillStyle = '#4b4f55';
    g.fillRect(900 + frame * 9, 1060, 6, 6);
    if (!hasFace) {
      pictures.push(await encode());
      continue;
    }
    g.translate(960, 560);
    g.scale(size, size);
    oval(0, 640, 420, 270, '#3a4a63');
    g.fillStyle = '#4b4f55';
    g.fillRect(-60 + frame * 20, 500, 12, 12);
    g.fillStyle = '#c99877';
    g.fillRect(-105, 200, 210, 230);
    g.rotate((tilt * Math.PI) / 180);
    head();
    pictures.push(await encode());
  }
  return pictures;
}
