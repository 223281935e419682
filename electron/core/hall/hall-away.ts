import { fail, type Result } from '../../../shared/lib/result.ts';

/** The database of the hall does not answer: what was sent may have been done or not, and the same commandId finds out later. */
export class HallAway extends Error {
  override readonly name = 'HallAway';
}

/** What `work` answers, or `hallUnavailable` when the hall was away meanwhile. */
export async function orAway<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HallAway) return fail('hallUnavailable');
    throw error;
  }
}
