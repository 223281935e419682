import type { Head } from '../photo-checks/head.ts';
import { guideLines, PHOTO_MM } from './passport-frame.ts';

/**
 * Lines over the picture, in millimetres of the photo: chin, the band for the crown, eyes, and the middle; and the head as
 * it was measured, with its estimated crown, for the clerk to confirm.
 */
export function GuideLines({ age, head }: { readonly age: number | null; readonly head: Head | undefined }) {
  const { crownHigh, crownLow, eyes, chin } = guideLines(age);
  const { width, height } = PHOTO_MM;
  return (
    <svg className="v-guides" viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <rect x="0" y={crownHigh} width={width} height={crownLow - crownHigh} className="v-guide-band" />
      {[crownHigh, crownLow, chin].map((y) => (
        <line key={y} x1="2" x2={width - 2} y1={y} y2={y} />
      ))}
      <line x1="5" x2={width - 5} y1={eyes} y2={eyes} className="v-guide-middle" />
      <line x1={width / 2} x2={width / 2} y1="1" y2={height - 1} className="v-guide-middle" />
      {head === undefined ? (
        <ellipse cx={width / 2} cy={(crownHigh + chin) / 2} rx="9.2" ry={(chin - crownHigh) / 2 - 1} />
      ) : (
        <HeadMask head={head} />
      )}
    </svg>
  );
}

function HeadMask({ head: { crown, chin, faceWidth, height, roll } }: { readonly head: Head }) {
  const x = (crown.x + chin.x) / 2;
  const y = (crown.y + chin.y) / 2;
  return (
    <g className="v-guide-head" transform={`rotate(${roll} ${x} ${y})`}>
      <ellipse cx={x} cy={y} rx={faceWidth * 0.55} ry={height / 2} />
      <line x1={x - 5} x2={x + 5} y1={y - height / 2} y2={y - height / 2} />
      <line x1={x - 5} x2={x + 5} y1={y + height / 2} y2={y + height / 2} />
    </g>
  );
}
