import type { MedewerkerRolRequest, PersonRolRequest } from '../central/index.ts';
import type { PersonRecord } from '../records.ts';
import { NONE, ours, type Step, type StepResult, stranger } from './step.ts';
import { typeOf, type ZaakContext } from './zaak-context.ts';
import { zaakOf } from './zaak-step.ts';

// What Open Zaak takes; the standard takes 24, so a registry that keeps to it refuses a longer login name.
const MAX_MEDEWERKER = 128;

/** The visitor as initiator: at most one on a zaak. */
export function initiator(context: ZaakContext, person: PersonRecord): Step {
  const { zaken } = context.zgw;
  return {
    name: 'rol:initiator',
    system: 'zaken',
    find: async () => {
      const found = await zaken.rollen(zaakOf(context).url, 'initiator');
      if (!found.ok) return found;
      const [rol] = found.value;
      if (!rol) return NONE;
      const { inpBsn, geslachtsnaam } = rol.betrokkeneIdentificatie ?? {};
      const same =
        person.burgerservicenummer === null
          ? geslachtsnaam === person.geslachtsnaam
          : inpBsn === person.burgerservicenummer;
      return same
        ? ours({ url: rol.url })
        : stranger('otherInitiator', { zaak: context.transaction.zaakIdentificatie });
    },
    make: async () => {
      const body = await initiatorBody(context, person);
      if (!body.ok) return body;
      const made = await zaken.createRol({ zaak: zaakOf(context).url, ...body.value });
      return made.ok ? { ok: true, value: { url: made.value.url } } : made;
    },
  };
}

/** The clerk as behandelaar. */
export function behandelaar(context: ZaakContext): Step {
  const { zaken } = context.zgw;
  const identificatie = medewerkerOf(context);
  return {
    name: 'rol:behandelaar',
    system: 'zaken',
    takenTwice: true,
    find: async () => {
      const found = await zaken.rollen(zaakOf(context).url, 'behandelaar');
      if (!found.ok) return found;
      const rol = found.value.find((each) => each.betrokkeneIdentificatie?.identificatie === identificatie);
      return rol ? ours({ url: rol.url }) : NONE;
    },
    make: async () => {
      const body = await behandelaarBody(context);
      if (!body.ok) return body;
      const made = await zaken.createRol({ zaak: zaakOf(context).url, ...body.value });
      return made.ok ? { ok: true, value: { url: made.value.url } } : made;
    },
  };
}

function roltypeOf(context: ZaakContext, generiek: 'initiator' | 'behandelaar'): ReturnType<typeof typeOf> {
  return typeOf(
    context,
    ({ roltypen }) => roltypen.find(({ omschrijvingGeneriek }) => omschrijvingGeneriek === generiek),
    { part: 'roltype', name: generiek },
  );
}

function medewerkerOf({ visit }: ZaakContext): string {
  return visit.clerk.loginName.slice(0, MAX_MEDEWERKER);
}

/** The clerk as a rol, without the zaak. */
export async function behandelaarBody(
  context: ZaakContext,
): Promise<StepResult<Omit<MedewerkerRolRequest, 'zaak'>>> {
  const roltype = await roltypeOf(context, 'behandelaar');
  if (!roltype.ok) return roltype;
  const value: Omit<MedewerkerRolRequest, 'zaak'> = {
    roltype: roltype.value,
    roltoelichting: 'Behandeld aan de balie',
    betrokkeneType: 'medewerker',
    betrokkeneIdentificatie: {
      identificatie: medewerkerOf(context),
      achternaam: context.visit.clerk.name.slice(0, 200),
    },
  };
  return { ok: true, value };
}

/** The visitor as a rol, without the zaak. */
export async function initiatorBody(
  context: ZaakContext,
  person: PersonRecord,
): Promise<StepResult<Omit<PersonRolRequest, 'zaak'>>> {
  const roltype = await roltypeOf(context, 'initiator');
  return roltype.ok ? { ok: true, value: personRol(roltype.value, person) } : roltype;
}

function personRol(roltype: string, person: PersonRecord): Omit<PersonRolRequest, 'zaak'> {
  return {
    roltype,
    roltoelichting: 'Aanvrager aan de balie',
    betrokkeneType: 'natuurlijk_persoon',
    // No verblijfsadres: it would need a BAG id, and the BRP has the address.
    betrokkeneIdentificatie: {
      ...(person.burgerservicenummer !== null && { inpBsn: person.burgerservicenummer }),
      geslachtsnaam: person.geslachtsnaam.slice(0, 200),
      voorvoegselGeslachtsnaam: person.voorvoegsel.slice(0, 80),
      voornamen: person.voornamen.slice(0, 200),
      voorletters: person.voorletters.slice(0, 20),
      ...(person.geboortedatum !== null && { geboortedatum: person.geboortedatum }),
    },
  };
}
