/** The part of a video element that is used. */
export type Frames = Pick<HTMLVideoElement, 'requestVideoFrameCallback' | 'cancelVideoFrameCallback'>;

/** What the window draws after a deadline without a frame before the camera is blamed for it. */
const DRAWN_BEFORE_STALLED = 10;

/**
 * Calls `moving` with the first frame and then at most once per deadline, and `stalled` once when no frame came for
 * `deadlineMs` while the window itself is drawn: one that is hidden, or held up by a busy PC, shows no frames of any
 * camera. Gives what ends the watch.
 */
export function watchFrames(
  video: Frames,
  deadlineMs: number,
  { moving, stalled }: { readonly moving: () => void; readonly stalled: () => void },
): () => void {
  let hasMoved = false;
  let isTold = false;
  let frame = 0;
  let drawing = 0;
  const onFrame = (): void => {
    hasMoved = true;
    if (!isTold) moving();
    isTold = true;
    frame = video.requestVideoFrameCallback(onFrame);
  };
  const drawUntilStalled = (left: number): void => {
    drawing = requestAnimationFrame(() => {
      if (hasMoved) return;
      if (left > 1) return drawUntilStalled(left - 1);
      end();
      stalled();
    });
  };
  const look = (): void => {
    cancelAnimationFrame(drawing);
    if (!hasMoved) drawUntilStalled(DRAWN_BEFORE_STALLED);
    hasMoved = false;
    isTold = false;
  };
  const timer = setInterval(look, deadlineMs);
  const end = (): void => {
    clearInterval(timer);
    cancelAnimationFrame(drawing);
    video.cancelVideoFrameCallback(frame);
  };
  frame = video.requestVideoFrameCallback(onFrame);
  return end;
}
