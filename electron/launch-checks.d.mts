// Types of launch-checks.mjs, which itself must run on a Node that knows no TypeScript.
export function mustInstall(root: string): boolean;
export function mustBuild(root: string): boolean;
export function nodeProgram(
  root: string,
  running: { readonly platform: string; readonly execPath: string; readonly version: string },
): string | null;
export function electronProgram(root: string): string | null;
export function mayTryElectron(remembered: string | null, version: string, now: number): boolean;
export function isReachable(
  address: { readonly host: string; readonly port: number },
  limitMs: number,
): Promise<boolean>;
