/** A rectangle in pixels; `left` and `top` belong to it, `left + width` and `top + height` do not. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Paper with ink on it: one byte per pixel, row by row, 0 for white and 255 for full ink. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

/** White paper of this size in pixels. */
export function blankPicture(width: number, height: number): Picture {
  return { width, height, ink: new Uint8Array(width * height) };
}

/** Paints a rectangle; what lies outside the paper is left out. */
export function fillRect(picture: Picture, { left, top, width, height }: Rect, ink = 255): void {
  const right = Math.min(picture.width, left + width);
  for (let y = Math.max(0, top); y < Math.min(picture.height, top + height); y += 1)
    if (right > left) picture.ink.fill(ink, y * picture.width + Math.max(0, left), y * picture.width + right);
}

/** Paints the edge of a rectangle, inside it; `thickness` in pixels. */
export function frameRect(picture: Picture, rect: Rect, thickness = 1): void {
  const { left, top, width, height } = rect;
  fillRect(picture, { left, top, width, height: thickness });
  fillRect(picture, { left, top: top + height - thickness, width, height: thickness });
  fillRect(picture, { left, top, width: thickness, height });
  fillRect(picture, { left: left + width - thickness, top, width: thickness, height });
}

/** Whether a point lies in a rectangle. */
export function contains({ left, top, width, height }: Rect, x: number, y: number): boolean {
  return x >= left && x < left + width && y >= top && y < top + height;
}
