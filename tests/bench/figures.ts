/** The value below which a share `q` of the sorted samples lies. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
  if (value === undefined) throw new Error('no samples');
  return value;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Prints one figure as one line of JSON. `ratio` is ours divided by bare. */
export function report(figure: {
  readonly bench: string;
  readonly figure: string;
  readonly ours: number;
  readonly bare: number;
  readonly runs: number;
}): void {
  const { bench, figure: name, ours, bare, runs } = figure;
  console.log(
    JSON.stringify({
      bench,
      figure: name,
      ours: rounded(ours),
      bare: rounded(bare),
      ratio: rounded(ours / bare),
      runs,
    }),
  );
}

/** The same for a figure that has no bare counterpart, against what it should stay under. */
export function reportGoal(figure: {
  readonly bench: string;
  readonly figure: string;
  readonly ours: number;
  readonly goal: number;
  readonly runs: number;
}): void {
  console.log(JSON.stringify({ ...figure, ours: rounded(figure.ours) }));
}
