import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import SignaturePad from 'signature_pad';
import { inkBounds } from './ink-bounds.ts';

/** What a step can ask of the canvas. */
export interface Ink {
  clear(): void;
  /** The signature as PNG on white, cut to the ink with a margin; null when nothing was drawn. */
  toPng(): Promise<Blob | null>;
}

const MARGIN_PX = 12;
const INK = 'rgb(10, 20, 60)';

/**
 * A canvas to sign on with pen, finger or mouse. Only the picture is kept: no times and no pressure, which are
 * biometric. A change of size keeps what was drawn.
 */
export function SignatureCanvas({
  ref,
  label,
  hint,
}: {
  readonly ref: Ref<Ink>;
  readonly label: string;
  readonly hint: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);
  const [isEmpty, setEmpty] = useState(true);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const made = new SignaturePad(element, { penColor: INK, minWidth: 0.8, maxWidth: 2.6 });
    pad.current = made;
    const begun = (): void => setEmpty(false);
    made.addEventListener('beginStroke', begun);
    const fit = (): void => {
      const ratio = Math.max(2, window.devicePixelRatio);
      const { width, height } = element.getBoundingClientRect();
      if (width === 0) return;
      const drawn = made.toData();
      element.width = Math.round(width * ratio);
      element.height = Math.round(height * ratio);
      element.getContext('2d')?.scale(ratio, ratio);
      made.fromData(drawn);
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.removeEventListener('beginStroke', begun);
      made.off();
      pad.current = null;
    };
  }, []);

  useImperativeHandle(ref, () => ({
    clear() {
      pad.current?.clear();
      setEmpty(true);
    },
    toPng: async () => (pad.current === null || pad.current.isEmpty() ? null : cutOut(canvas.current)),
  }));

  return (
    <div className="v-pad">
      <canvas ref={canvas} aria-label={label} role="img" />
      {isEmpty && (
        <span className="v-pad-hint" aria-hidden>
          {hint}
        </span>
      )}
    </div>
  );
}

function cutOut(canvas: HTMLCanvasElement | null): Promise<Blob | null> {
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
  const bounds = pixels && inkBounds(pixels, MARGIN_PX);
  if (canvas === null || bounds === undefined) return Promise.resolve(null);
  const cut = document.createElement('canvas');
  cut.width = bounds.width;
  cut.height = bounds.height;
  const context = cut.getContext('2d');
  if (context === null) return Promise.resolve(null);
  context.fillStyle = 'white';
  context.fillRect(0, 0, cut.width, cut.height);
  context.drawImage(canvas, -bounds.x, -bounds.y);
  return new Promise((resolve) => {
    cut.toBlob(resolve, 'image/png');
  });
}
