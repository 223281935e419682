import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { TypePart } from '../../../shared/domain/sync-reason.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { ResultaatRequest, StatusRequest, ZaaktypeVersion } from '../central/index.ts';
import { aSecondLater, statusMoments } from './moments.ts';
import { type Found, NONE, ours, type Step, type StepData, type StepResult, stranger } from './step.ts';
import { field, typeOf, type ZaakContext } from './zaak-context.ts';
import { zaakOf } from './zaak-step.ts';

type Which = 'first' | 'waiting' | 'end';

const MISSING: Readonly<Record<Which, TypePart>> = {
  first: 'firstStatus',
  waiting: 'waitingStatus',
  end: 'endStatus',
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
      const isNow = (each: { readonly datumStatusGezet: string }): boolean =>
        secondOf(each.datumStatusGezet) === secondOf(datumStatusGezet);
      const set = found.value.find((each) => each.statustype === type.value);
      if (set && which === 'end' && !isNow(set)) return closedElsewhere(context, set.datumStatusGezet);
      if (set) return ours({ url: set.url });
      return found.value.some(isNow)
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

function secondOf(moment: string): number {
  return Math.floor(Date.parse(moment) / 1000);
}

/** Another counter handed out the same, or a colleague closed the zaak: what we have to say of it is not there. */
function closedElsewhere({ transaction }: ZaakContext, moment: string): StepResult<Found> {
  return stranger('zaakClosed', {
    zaak: transaction.zaakIdentificatie,
    day: amsterdamDay(new Date(moment)),
  });
}

function statustypeOf(context: ZaakContext, which: Which): Promise<StepResult<string>> {
  return typeOf(context, (version) => pick(which, version), { part: MISSING[which] });
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
    { part: 'resultaattype', name: wanted },
  );
}

/** How the zaak ended; one per zaak. */
export function resultaat(context: ZaakContext): Step {
  const { zaken } = context.zgw;
  const { kind, zaakIdentificatie } = context.transaction;
  return {
    name: 'resultaat',
    system: 'zaken',
    mayBeThere: kind === 'pickUp',
    find: async () => {
      const resultaattype = await resultaattypeOf(context);
      if (!resultaattype.ok) return resultaattype;
      const found = await zaken.resultaten(zaakOf(context).url);
      if (!found.ok) return found;
      const [given] = found.value;
      if (!given) return NONE;
      if (given.resultaattype === resultaattype.value) return ours({ url: given.url });
      return stranger('otherResult', { zaak: zaakIdentificatie });
    },
    make: async () => {
      const body = await resultaatBody(context);
      if (!body.ok) return body;
      const made = await zaken.createResultaat({ zaak: zaakOf(context).url, ...body.value });
      return made.ok ? { ok: true, value: { url: made.value.url } } : made;
    },
  };
}
