/** The part of a video element that is used. */
export type Frames = Pick<HTMLVideoElement, 'requestVideoFrameCallback' | 'cancelVideoFrameCallback'>;

/**
 * Calls `moving` with the first frame and then at most once per deadline, and `stalled` once when no frame came for
 * `deadlineMs`. A hidden window shows no frames, which is no stall. Gives what ends the watch.
 */
export function watchFrames(
  video: Frames,
  deadlineMs: number,
  { moving, stalled }: { readonly moving: () => void; readonly stalled: () => void },
): () => void {
  let hasMoved = false;
  let isTold = false;
  let handle = 0;
  const onFrame = (): void => {
    hasMoved = true;
    if (!isTold) moving();
    isTold = true;
    handle = video.requestVideoFrameCallback(onFrame);
  };
  const look = (): void => {
    if (document.visibilityState === 'hidden' || hasMoved) {
      hasMoved = false;
      isTold = false;
      return;
    }
    end();
    stalled();
  };
  const timer = setInterval(look, deadlineMs);
  const end = (): void => {
    clearInterval(timer);
    video.cancelVideoFrameCallback(handle);
  };
  handle = video.requestVideoFrameCallback(onFrame);
  return end;
}
