import type { Host } from './host.ts';
import { HostError } from './host-error.ts';

/** Why a port could not be opened, in words for the person who starts; `code` is the system's own. */
function portProblem(code: string, port: number, address: string): string {
  switch (code) {
    case 'EADDRINUSE':
      return `poort ${port} is in gebruik door een ander programma`;
    case 'EACCES':
      return `poort ${port} mag deze gebruiker niet openen`;
    default:
      return `${address} is niet beschikbaar (${code})`;
  }
}

/** A failure to open the counter's own port as a HostError that names port and option; any other error as it is. */
export function asPortError(error: unknown, port: number): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error) || error.syscall !== 'listen')
    return error;
  const why = portProblem(String(error.code), port, '127.0.0.1');
  return new HostError(
    `Waarmee start niet: ${why}. Kies met --port een andere poort (--port 0 neemt een vrije), of sluit dat programma.`,
  );
}

/** Why the displays are not there yet, for the person who starts; null when they are. `asked`: the port of the command line. */
export async function displayProblem(
  { displays, config }: Pick<Host, 'displays' | 'config'>,
  asked: number | null,
): Promise<string | null> {
  const code = await displays.firstTry;
  if (code === null) return null;
  const { port, interface: address } = config.display;
  return `Scherm: nog niet, want ${portProblem(code, asked ?? port, address)}. De balie werkt gewoon; het scherm wordt elke halve minuut opnieuw geprobeerd. Een andere poort kiest u met --display-port of met display.port in de configuratie.`;
}

/** Where the kiosk is, or why it is not there yet; null where the configuration has none. */
export async function kioskLine({ kiosk, config }: Pick<Host, 'kiosk' | 'config'>): Promise<string | null> {
  if (!kiosk || !config.kiosk) return null;
  const code = await kiosk.firstTry;
  const { port, interface: address, secretName } = config.kiosk;
  if (code === null) return `Zuil: ${kiosk.current()?.url}${secretName === undefined ? '' : '?key=SLEUTEL'}`;
  const why =
    code === 'NO_KEY' ? `het geheim ${secretName} is nooit ingevuld` : portProblem(code, port, address);
  return `Zuil: nog niet, want ${why}. De balie werkt gewoon; de zuil wordt elke halve minuut opnieuw geprobeerd.`;
}
