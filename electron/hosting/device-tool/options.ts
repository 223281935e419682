import { parseArgs } from 'node:util';
import { HealthLevel } from '../../../shared/contract/device-discovery.ts';
import { DeviceRole } from '../../../shared/contract/device-protocol.ts';
import { HostError } from '../host-error.ts';
import { optionProblem } from '../option-problem.ts';

interface Places {
  readonly config: string | null;
  readonly data: string | null;
}

/** What is asked of the devices; `roles` empty: of all. */
export type DeviceRequest =
  | ({ readonly what: 'list' } & Places)
  | ({ readonly what: 'check'; readonly roles: readonly DeviceRole[]; readonly level: HealthLevel } & Places)
  | ({
      readonly what: 'trace';
      readonly role: DeviceRole;
      readonly seconds: number;
      readonly out: string | null;
    } & Places)
  | { readonly what: 'replay'; readonly file: string; readonly connection: number | null }
  | { readonly what: 'help' };

export const DEVICES_HELP = `npm run devices -- list                      wat is aangesloten, en wat is ingesteld
npm run devices -- check [ROL ...]           opent de apparaten en vraagt elk hoe het gaat
    --level internal|external|interactive    internal: is het verbonden; external (gewoon): antwoordt het;
                                             interactive: proefafdruk, proeflezing, proefhandtekening
npm run devices -- trace ROL                 neemt op wat er over de lijn gaat, zonder persoonsgegevens
    --seconds N                              zo lang (gewoon 30, hooguit 3600), of tot Ctrl-C
    --out BESTAND                            waarheen (gewoon ROL-TIJD.jsonl in deze map)
npm run devices -- replay BESTAND            speelt een opname af voor het stuurprogramma, zonder het apparaat
    --connection N                           welke verbinding uit de opname (gewoon de laatste)

  --config BESTAND, --data MAP               zoals bij Waarmee zelf
  ROL: ${DeviceRole.options.join(', ')}

Afloop: 0 als alles goed is, 1 als een apparaat het niet doet, 2 als de vraag niet kon worden uitgevoerd.
`;

/** Reads the command line; throws HostError that names the word at fault. */
export function parseDeviceOptions(args: readonly string[]): DeviceRequest {
  const { values, positionals } = read(args);
  const [what = 'help', ...words] = positionals;
  const places = { config: values.config ?? null, data: values.data ?? null };
  if (values.help || what === 'help') return { what: 'help' };
  switch (what) {
    case 'list':
      none(words);
      return { what, ...places };
    case 'check':
      return { what, roles: words.map(roleOf), level: levelOf(values.level ?? 'external'), ...places };
    case 'trace':
      none(words.slice(1));
      return {
        what,
        role: roleOf(one(words, 'een ROL')),
        seconds: whole('--seconds', values.seconds ?? '30', 3600),
        out: values.out ?? null,
        ...places,
      };
    case 'replay':
      none(words.slice(1));
      return {
        what,
        file: one(words, 'een BESTAND'),
        connection: values.connection === undefined ? null : whole('--connection', values.connection, 1e6),
      };
    default:
      throw wrong(`${what}: dit woord hoort hier niet`);
  }
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        data: { type: 'string' },
        level: { type: 'string' },
        seconds: { type: 'string' },
        out: { type: 'string' },
        connection: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw wrong(optionProblem(error));
  }
}

function roleOf(word: string): DeviceRole {
  const role = DeviceRole.safeParse(word);
  if (role.success) return role.data;
  throw wrong(`${word}: dit is geen rol; kies uit ${DeviceRole.options.join(', ')}`);
}

function levelOf(word: string): HealthLevel {
  const level = HealthLevel.safeParse(word);
  if (level.success) return level.data;
  throw wrong(`--level: ${word} — kies uit ${HealthLevel.options.join(', ')}`);
}

function whole(option: string, text: string, most: number): number {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  throw wrong(`${option}: ${text} — een heel getal van 1 tot en met ${most}`);
}

function one([word]: readonly string[], what: string): string {
  if (word !== undefined) return word;
  throw wrong(`hier ontbreekt ${what}`);
}

function none([word]: readonly string[]): void {
  if (word !== undefined) throw wrong(`${word}: dit woord hoort hier niet`);
}

function wrong(problem: string): HostError {
  return new HostError(`${problem}\n\n${DEVICES_HELP}`);
}
