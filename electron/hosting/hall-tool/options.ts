import { parseArgs } from 'node:util';
import { HostError } from '../host-error.ts';
import { optionProblem } from '../option-problem.ts';

/** What is asked of the hall; `config` and `data` null: the usual places. */
export type HallRequest =
  | {
      readonly what: 'rebuild' | 'move';
      readonly config: string | null;
      readonly data: string | null;
      readonly dryRun: boolean;
    }
  | { readonly what: 'help' };

export const HALL_HELP = `npm run hall -- rebuild      leidt alle nummers opnieuw af uit wat er gebeurd is, zegt wat er anders was, en zet dat recht
npm run hall -- move         brengt de wachtruimte van deze werkplek over naar de PostgreSQL in hall.engine
    --dry-run                zegt alleen wat er zou gebeuren

  --config BESTAND, --data MAP               zoals bij Waarmee zelf

Afloop: 0 als alles klopt of is overgebracht, 1 als er iets anders was of niet kon worden overgebracht, 2 als de vraag niet kon worden uitgevoerd.
`;

/** Reads the command line; throws HostError that names the word at fault. */
export function parseHallOptions(args: readonly string[]): HallRequest {
  const { values, positionals } = read(args);
  const [what = 'help', ...words] = positionals;
  if (values.help || what === 'help') return { what: 'help' };
  if (what !== 'rebuild' && what !== 'move') throw wrong(`${what}: dit woord hoort hier niet`);
  if (words[0] !== undefined) throw wrong(`${words[0]}: dit woord hoort hier niet`);
  const { config = null, data = null, 'dry-run': dryRun = false } = values;
  return { what, config, data, dryRun };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        data: { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw wrong(optionProblem(error));
  }
}

function wrong(problem: string): HostError {
  return new HostError(`${problem}\n\n${HALL_HELP}`);
}
