import { parseArgs } from 'node:util';
import { isDay } from '../../shared/domain/dates.ts';
import { optionProblem } from './option-problem.ts';
import { HostError } from './host-error.ts';

/** What the person who starts the host may say on the command line. */
export interface HostOptions {
  readonly config: string | null;
  readonly data: string | null;
  /** Ports of the counter window and of the displays; null: any free one, or what the configuration says. */
  readonly port: number | null;
  readonly displayPort: number | null;
  readonly window: boolean;
  readonly practice: boolean;
  /** Check the audit log and leave. */
  readonly verifyAudit: boolean;
  /** Check the central systems and the catalogue, and leave. */
  readonly checkCentral: boolean;
  /** Write the log of questions to the BRP to this file, and leave; only the days between, when given (YYYY-MM-DD). */
  readonly exportProcessingLog: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Only the lines of the log about one person, whose burgerservicenummer comes in on standard input. */
  readonly about: boolean;
  /** Derive the hall anew from its events, or take it over to `hall.engine`, and leave; `dryRun`: only say what would happen. */
  readonly hall: 'rebuild' | 'move' | null;
  readonly dryRun: boolean;
  readonly help: boolean;
}

/** The options, for `--help`. */
export const OPTIONS_HELP = `Waarmee, het balieprogramma

  --config BESTAND      configuratie van deze werkplek (zonder: de vaste plek, anders de oefenomgeving)
  --data MAP            map met gegevens
  --port N              poort van het baliescherm op deze pc
  --display-port N      poort van de schermen in de hal
  --no-window           geen venster openen; het adres staat in de uitvoer
  --practice            oefenen, met nagemaakte apparaten en een nagemaakt zaaksysteem
  --verify-audit        controleer of het logboek van handelingen heel is, en stop
  --check-central       controleer de centrale systemen en de catalogus, en stop
  --export-processing-log BESTAND  schrijf het logboek van vragen aan de BRP en bekeken zaken (protocollering) als CSV, en stop
  --from DAG, --to DAG  alleen van en tot en met deze dagen, zoals 2026-11-23
  --about               alleen de regels over één persoon, voor wie vraagt wie zijn gegevens zag; Waarmee leest het
                        burgerservicenummer van de standaardinvoer, zodat niemand het in de lijst van processen ziet
  --hall rebuild        leid alle nummers van de wachtruimte opnieuw af, zet recht wat anders was, en stop
  --hall move           breng de wachtruimte van deze werkplek over naar hall.engine, en stop
  --dry-run             bij --hall: zeg alleen wat er zou gebeuren
`;

/** Reads the command line; throws HostError that names the option at fault. */
export function parseHostOptions(args: readonly string[]): HostOptions {
  let values: ReturnType<typeof read>;
  try {
    values = read(args);
  } catch (error) {
    // A number of a person stays out of messages: they land in logs.
    if (args.some((word) => /^\d{9}$/.test(word)))
      throw new HostError(
        '--about: het burgerservicenummer hoort op de standaardinvoer, niet in de opdracht',
      );
    throw new HostError(`${optionProblem(error)}\n\n${OPTIONS_HELP}`);
  }
  if (values.practice && values.config !== undefined)
    throw new HostError(
      '--practice en --config gaan niet samen: oefenen gebruikt nooit een echte configuratie.',
    );
  return {
    config: values.config ?? null,
    data: values.data ?? null,
    port: portOf('--port', values.port),
    displayPort: portOf('--display-port', values['display-port']),
    window: !values['no-window'],
    practice: values.practice ?? false,
    verifyAudit: values['verify-audit'] ?? false,
    checkCentral: values['check-central'] ?? false,
    exportProcessingLog: values['export-processing-log'] ?? null,
    from: dayOf('--from', values.from),
    to: dayOf('--to', values.to),
    about: values.about ?? false,
    hall: hallOf(values.hall),
    dryRun: values['dry-run'] ?? false,
    help: values.help ?? false,
  };
}

function read(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: false,
    options: {
      config: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string' },
      'display-port': { type: 'string' },
      'no-window': { type: 'boolean' },
      practice: { type: 'boolean' },
      'verify-audit': { type: 'boolean' },
      'check-central': { type: 'boolean' },
      'export-processing-log': { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      about: { type: 'boolean' },
      hall: { type: 'string' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }).values;
}

function dayOf(option: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!isDay(text)) throw new HostError(`${option}: ${text} — een dag is zoals 2026-11-23`);
  return text;
}

function hallOf(text: string | undefined): 'rebuild' | 'move' | null {
  if (text === undefined) return null;
  if (text === 'rebuild' || text === 'move') return text;
  throw new HostError(`--hall: ${text} — kies rebuild of move`);
}

function portOf(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535)
    throw new HostError(`${option}: ${text} — een poort is een heel getal van 0 tot en met 65535`);
  return port;
}
