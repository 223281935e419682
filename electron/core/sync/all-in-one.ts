import type { PersonRecord } from '../records.ts';
import { behandelaarBody, initiatorBody } from './rol-steps.ts';
import { resultaatBody, statusBody } from './status-steps.ts';
import type { Together } from './step.ts';
import type { ZaakContext } from './zaak-context.ts';
import { madeZaak, newZaakBody, zaakOf } from './zaak-step.ts';

/** The zaak with its rollen and its first status by one call (Open Zaak, experimental). */
export function zaakRegistreren(context: ZaakContext, person: PersonRecord | null): Together {
  return {
    call: 'zaak_registreren',
    steps: ['zaak', ...(person ? ['rol:initiator'] : []), 'rol:behandelaar', 'status:first'],
    make: async (chosen) => {
      const zaak = await newZaakBody(context);
      if (!zaak.ok) return zaak;
      const { zaaktype } = zaak.value;
      // It has no address yet; what hangs on it only asks for its zaaktype.
      const coming: ZaakContext = { ...context, zaak: () => ({ zaaktype }) };
      const initiator = person ? await initiatorBody(coming, person) : undefined;
      if (initiator?.ok === false) return initiator;
      const behandelaar = await behandelaarBody(coming);
      if (!behandelaar.ok) return behandelaar;
      const status = await statusBody(coming, 'first', chosen('status:first'));
      if (!status.ok) return status;
      const made = await context.zgw.zaken.register({
        zaak: zaak.value,
        rollen: [...(initiator ? [initiator.value] : []), behandelaar.value],
        status: status.value,
      });
      if (!made.ok) return made;
      const { rollen, status: first } = made.value;
      const parts = rollen.map(({ url }) => ({ url }));
      return { ok: true, value: [madeZaak(made.value.zaak, zaaktype), ...parts, { url: first.url }] };
    },
  };
}

/** The resultaat and the eindstatus by one call (Open Zaak, experimental). */
export function zaakAfsluiten(context: ZaakContext): Together {
  return {
    call: 'zaak_afsluiten',
    steps: ['resultaat', 'status:end'],
    make: async (chosen) => {
      const resultaat = await resultaatBody(context);
      if (!resultaat.ok) return resultaat;
      const status = await statusBody(context, 'end', chosen('status:end'));
      if (!status.ok) return status;
      const body = { zaak: {}, resultaat: resultaat.value, status: status.value };
      const made = await context.zgw.zaken.close(zaakOf(context).uuid, body);
      if (!made.ok) return made;
      return { ok: true, value: [{ url: made.value.resultaat.url }, { url: made.value.status.url }] };
    },
  };
}
