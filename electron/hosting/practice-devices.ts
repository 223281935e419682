import type { PracticeRole } from '../../shared/contract/workstation.ts';
import type { Simulator } from '../../drivers/simulators/simulator.ts';
import { startSimulator } from '../../drivers/simulators/start.ts';

/** The simulated devices of practice mode, one per role, on free TCP ports of this PC. */
export type PracticeDevices = Readonly<Record<PracticeRole, Simulator>>;

/** Starts all; when one can't start the others are stopped and the error comes out. */
export async function startPracticeDevices(): Promise<PracticeDevices> {
  const started: Simulator[] = [];
  const start = async (role: PracticeRole): Promise<Simulator> => {
    const simulator = await startSimulator(role, { tcp: 0 });
    started.push(simulator);
    return simulator;
  };
  try {
    return {
      'receipt-printer': await start('receipt-printer'),
      'ticket-dispenser': await start('ticket-dispenser'),
      'document-reader': await start('document-reader'),
      'payment-terminal': await start('payment-terminal'),
      'code-scanner': await start('code-scanner'),
      'signature-pad': await start('signature-pad'),
    };
  } catch (error) {
    await Promise.all(started.map((simulator) => simulator.stop()));
    throw error;
  }
}

/** Stops all. */
export async function stopPracticeDevices(devices: PracticeDevices): Promise<void> {
  await Promise.all(Object.values(devices).map((simulator) => simulator.stop()));
}
