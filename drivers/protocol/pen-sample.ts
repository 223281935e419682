/** One report of a pen, in units of the pad, origin top left; `sequence` counts reports modulo 65,536. */
export interface PenSample {
  readonly near: boolean;
  readonly down: boolean;
  readonly pressure: number;
  readonly x: number;
  readonly y: number;
  readonly sequence?: number;
}
