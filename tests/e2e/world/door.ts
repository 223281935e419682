import type { Page } from 'playwright/test';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/index.ts';
import type { Result } from '../../../shared/lib/result.ts';

/** Makes a call as the window itself does; for what a test needs but does not try. */
export function call<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<Result<CallOutput<N>>> {
  return page.evaluate(
    async ([path, body]) => {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return answer.json();
    },
    [`/call/${name}`, JSON.stringify(input)] as const,
  );
}

/** The answer's value; throws with the code of a refusal. */
export async function ask<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const answer = await call(page, name, input);
  if (!answer.ok) throw new Error(`${name} was refused: ${answer.error.code}`);
  return answer.value;
}
