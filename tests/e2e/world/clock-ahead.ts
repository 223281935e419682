/**
 * Loaded into the application before anything else (`node --import`): SIGUSR2 puts its clock twenty minutes ahead, so
 * that no test has to wait for them.
 */
const AHEAD_MS = 20 * 60_000;
const RealDate = Date;
let ahead = 0;

globalThis.Date = class extends RealDate {
  constructor(...parts: unknown[]) {
    if (parts.length === 0) super(RealDate.now() + ahead);
    else super(...(parts as [number]));
  }
  static override now(): number {
    return RealDate.now() + ahead;
  }
} as DateConstructor;

process.on('SIGUSR2', () => {
  ahead += AHEAD_MS;
});
