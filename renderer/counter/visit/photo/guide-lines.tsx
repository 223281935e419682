import { guideLines, PHOTO_MM } from './passport-frame.ts';

/** Lines over the picture, in millimetres of the photo: chin, lowest and highest crown, and the middle. */
export function GuideLines({ age }: { readonly age: number | null }) {
  const { crownHigh, crownLow, chin } = guideLines(age);
  const { width, height } = PHOTO_MM;
  const middle = (crownHigh + chin) / 2;
  return (
    <svg className="v-guides" viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <rect
        x="0"
        y={crownHigh * height}
        width={width}
        height={(crownLow - crownHigh) * height}
        className="v-guide-band"
      />
      {[crownHigh, crownLow, chin].map((part) => (
        <line key={part} x1="2" x2={width - 2} y1={part * height} y2={part * height} />
      ))}
      <ellipse cx={width / 2} cy={middle * height} rx="9.2" ry={((chin - crownHigh) * height) / 2 - 1} />
      <line x1={width / 2} x2={width / 2} y1="1" y2={height - 1} className="v-guide-middle" />
    </svg>
  );
}
