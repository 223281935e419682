import { NONE, ours, type Step, type StepResult } from './step.ts';
import { field, typeOf, type ZaakContext } from './zaak-context.ts';
import { zaakOf } from './zaak-step.ts';

interface Wanted {
  readonly eigenschap: string;
  readonly waarde: string;
}

/** Gives an eigenschap of the zaak its value; one that already has another value is changed. */
export function eigenschap(context: ZaakContext, naam: string, value: string): Step {
  const { zaken } = context.zgw;
  const wanted = async (): Promise<StepResult<Wanted>> => {
    let formaat = '';
    const type = await typeOf(
      context,
      ({ eigenschappen }) => {
        const found = eigenschappen.find((each) => each.naam === naam);
        formaat = found?.specificatie?.formaat ?? '';
        return found;
      },
      { part: 'eigenschap', name: naam },
    );
    return type.ok
      ? { ok: true, value: { eigenschap: type.value, waarde: asFormaat(value, formaat) } }
      : type;
  };
  return {
    name: `eigenschap:${naam}`,
    system: 'zaken',
    takenTwice: true,
    // No server keeps it unique, and a colleague can have filled it in while the zaak was open.
    mayBeThere: context.transaction.kind === 'pickUp',
    find: async () => {
      const target = await wanted();
      if (!target.ok) return target;
      const found = await zaken.eigenschappen(zaakOf(context).uuid);
      if (!found.ok) return found;
      const given = found.value.find((each) => each.eigenschap === target.value.eigenschap);
      if (!given) return NONE;
      if (given.waarde === target.value.waarde) return ours({ url: given.url });
      return { ok: true, value: { kind: 'chooseAgain', chosen: { change: given.uuid } } };
    },
    make: async (chosen) => {
      const target = await wanted();
      if (!target.ok) return target;
      const zaak = zaakOf(context);
      const made = chosen['change']
        ? await zaken.changeEigenschap(zaak.uuid, field(chosen, 'change'), target.value.waarde)
        : await zaken.createEigenschap(zaak.uuid, { zaak: zaak.url, ...target.value });
      return made.ok ? { ok: true, value: { url: made.value.url } } : made;
    },
  };
}

/** Catalogi API, EigenschapSpecificatie: the format `datum` is JJJJMMDD. */
function asFormaat(value: string, formaat: string): string {
  return formaat === 'datum' && /^\d{4}-\d\d-\d\d$/.test(value) ? value.replaceAll('-', '') : value;
}
