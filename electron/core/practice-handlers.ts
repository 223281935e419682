import type { CallName } from '../../shared/contract/index.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import type { PracticeControls } from './ports.ts';

type PracticeCalls = Extract<CallName, `practice.${string}`>;

/** The calls of the practice panel; outside practice mode each is refused. */
export function practiceHandlers(practice: PracticeControls | null): Handlers<PracticeCalls> {
  const act = async (
    work: (controls: PracticeControls) => Promise<void>,
  ): Promise<Result<{ done: true }>> => {
    if (!practice) return fail('notInPractice');
    await work(practice);
    return ok({ done: true });
  };
  return {
    'practice.state': { kind: 'query', run: () => (practice ? ok(practice.state()) : fail('notInPractice')) },
    'practice.pressButton': {
      kind: 'effect',
      run: ({ button }) => act((controls) => controls.pressButton(button)),
    },
    'practice.layDocument': {
      kind: 'effect',
      run: ({ personId }) => act((controls) => controls.layDocument(personId)),
    },
    'practice.scanCode': {
      kind: 'effect',
      run: ({ personId }) => act((controls) => controls.scanCode(personId)),
    },
    'practice.setPaper': {
      kind: 'effect',
      run: ({ role, paper }) => act((controls) => controls.setPaper(role, paper)),
    },
    'practice.card': { kind: 'effect', run: ({ action }) => act((controls) => controls.card(action)) },
    'practice.pad': { kind: 'effect', run: ({ action }) => act((controls) => controls.pad(action)) },
    'practice.setNetwork': {
      kind: 'effect',
      run: ({ network }) => act((controls) => controls.setNetwork(network)),
    },
    'practice.unplug': {
      kind: 'effect',
      run: ({ role, plugged }) => act((controls) => controls.setPlugged(role, plugged)),
    },
    'practice.secondCounter': {
      kind: 'query',
      run: () => (practice ? ok(practice.secondCounter()) : fail('notInPractice')),
    },
  };
}
