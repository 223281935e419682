import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { ResultaatRequest, StatusRequest, ZaaktypeVersion } from '../central/index.ts';
import { aSecondLater, statusMoments } from './moments.ts';
import { NONE, ours, type Step, type StepData, type StepResult } from './step.ts';
import { field, typeOf, type ZaakContext } from './zaak-context.ts';
import { zaakOf } from './zaak-step.ts';

type Which = 'first' | 'waiting' | 'end';

const MISSING: Readonly<Record<Which, string>> = {
  first: 'eerste status',
  waiting: 'status tussen de eerste en de laatste',
  end: 'eindstatus',
};

function pick(
  which: Which,
  { statustypen }: ZaaktypeVersion,
): ZaaktypeVersion['statustypen'][number] | undefined {
  const end = statustypen.find(({ isEindstatus }) => isEindstatus) ?? statustypen.at(-1);
  switch (which) {
    case 'first':
      return statustypen[0];
    case 'waiting':
      return statustypen.slice(1).find((type) => type !== end);
    case 'end':
      return end;
    default:
      return assertNever(which);
  }
}

/**
 * Sets a status at a moment that is chosen once and resent as it is; the moment and the zaak together name the status.
 * The eindstatus closes the zaak and must be the last of its steps.
 */
export function status(context: ZaakContext, which: Which): Step {
  const { zaken } = context.zgw;
  const statustype = () => statustypeOf(context, which);
  return {
    name: `status:${which}`,
    system: 'zaken',
    needsClock: true,
    choose: () => {
      const moments = statusMoments(context.visit, context.serverTime('zaken'), context.now());
      return { datumStatusGezet: which === 'first' ? moments.first : moments.last };
    },
    find: async ({ datumStatusGezet }) => {
      const type = await statustype();
      if (!type.ok) return type;
      const found = await zaken.statussen(zaakOf(context).url);
      if (!found.ok || datumStatusGezet === undefined) return found.ok ? NONE : found;
      const set = found.value.find((each) => each.statustype === type.value);
      if (set) return ours({ url: set.url });
      const moment = Date.parse(datumStatusGezet);
      const taken = found.value.some(
        (each) => Math.floor(Date.parse(each.datumStatusGezet) / 1000) * 1000 === moment,
      );
      return taken
        ? {
            ok: true,
            value: { kind: 'chooseAgain', chosen: { datumStatusGezet: aSecondLater(datumStatusGezet) } },
          }
        : NONE;
    },
    make: async (chosen) => {
      const body = await statusBody(context, which, chosen);
      if (!body.ok) return body;
      const made = await zaken.createStatus({ zaak: zaakOf(context).url, ...body.value });
      return made.ok ? { ok: true, value: { url: made.value.url } } : made;
    },
  };
}

function statustypeOf(context: ZaakContext, which: Which): Promise<StepResult<string>> {
  return typeOf(context, (version) => pick(which, version), MISSING[which]);
}

/** The status that was chosen, without the zaak. */
export async function statusBody(
  context: ZaakContext,
  which: Which,
  chosen: StepData,
): Promise<StepResult<Omit<StatusRequest, 'zaak'>>> {
  const type = await statustypeOf(context, which);
  if (!type.ok) return type;
  const datumStatusGezet = field(chosen, 'datumStatusGezet');
  return { ok: true, value: { statustype: type.value, datumStatusGezet, statustoelichting: '' } };
}

/** The resultaat of the product, without the zaak. */
export async function resultaatBody(
  context: ZaakContext,
): Promise<StepResult<Omit<ResultaatRequest, 'zaak'>>> {
  const type = await resultaattypeOf(context);
  return type.ok ? { ok: true, value: { resultaattype: type.value, toelichting: '' } } : type;
}

function resultaattypeOf(context: ZaakContext): Promise<StepResult<string>> {
  const { resultaattype: wanted } = context.transaction;
  return typeOf(
    context,
    ({ resultaattypen }) => resultaattypen.find(({ omschrijving }) => omschrijving === wanted),
    `resultaattype "${wanted}"`,
  );
}

/** How the zaak ended; one per zaak. */
export function resultaat(context: ZaakContext): Step {
  const { zaken } = context.zgw;
  const { zaakIdentificatie } = context.transaction;
  return {
    name: 'resultaat',
    system: 'zaken',
    find: async () => {
      const resultaattype = await resultaattypeOf(context);
      if (!resultaattype.ok) return resultaattype;
      const found = await zaken.resultaten(zaakOf(context).url);
      if (!found.ok) return found;
      const [given] = found.value;
      if (!given) return NONE;
      if (given.resultaattype === resultaattype.value) return ours({ url: given.url });
      const reason = `De zaak ${zaakIdentificatie} heeft in het zaaksysteem al een ander resultaat. Vraag functioneel beheer om hulp.`;
      return { ok: true, value: { kind: 'stranger', reason } };
    },
    make: async () => {
      const body = await resultaatBody(context);
      if (!body.ok) return body;
      const made = await zaken.createResultaat({ zaak: zaakOf(context).url, ...body.value });
      return made.ok ? { ok: true, value: { url: made.value.url } } : made;
    },
  };
}
