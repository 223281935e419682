import { fail, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../ports.ts';

const PATIENCE_MS = 3_000;

/** The answer of the zaaksysteem, or `centralUnavailable` after three seconds: the clerk never waits long for it. */
export function withPatience<T>(clock: Clock, answer: Promise<Result<T>>): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(PATIENCE_MS, () => resolve(fail('centralUnavailable')));
    answer.finally(cancel).then(resolve, reject);
  });
}
