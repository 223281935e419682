import type { MedewerkerRolRequest, PersonRolRequest } from '../central/index.ts';
import type { PersonRecord } from '../records.ts';
import { NONE, ours, type Step, stranger } from './step.ts';
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
        : stranger(
            `De zaak ${context.transaction.zaakIdentificatie} heeft in het zaaksysteem al een andere initiator. Vraag functioneel beheer om hulp.`,
          );
    },
    make: async () => {
      const roltype = await roltypeOf(context, 'initiator');
      if (!roltype.ok) return roltype;
      const made = await zaken.createRol(personRol(zaakOf(context).url, roltype.value, person));
      return made.ok ? { ok: true, value: { url: made.value.url } } : made;
    },
  };
}

/** The clerk as behandelaar. */
export function behandelaar(context: ZaakContext): Step {
  const { zaken } = context.zgw;
  const identificatie = context.visit.clerk.loginName.slice(0, MAX_MEDEWERKER);
  return {
    name: 'rol:behandelaar',
    system: 'zaken',
    find: async () => {
      const found = await zaken.rollen(zaakOf(context).url, 'behandelaar');
      if (!found.ok) return found;
      const rol = found.value.find((each) => each.betrokkeneIdentificatie?.identificatie === identificatie);
      return rol ? ours({ url: rol.url }) : NONE;
    },
    make: async () => {
      const roltype = await roltypeOf(context, 'behandelaar');
      if (!roltype.ok) return roltype;
      const body: MedewerkerRolRequest = {
        zaak: zaakOf(context).url,
        roltype: roltype.value,
        roltoelichting: 'Behandeld aan de balie',
        betrokkeneType: 'medewerker',
        betrokkeneIdentificatie: { identificatie, achternaam: context.visit.clerk.name.slice(0, 200) },
      };
      const made = await zaken.createRol(body);
      return made.ok ? { ok: true, value: { url: made.value.url } } : made;
    },
  };
}

function roltypeOf(context: ZaakContext, generiek: 'initiator' | 'behandelaar'): ReturnType<typeof typeOf> {
  return typeOf(
    context,
    ({ roltypen }) => roltypen.find(({ omschrijvingGeneriek }) => omschrijvingGeneriek === generiek),
    `roltype voor ${generiek}`,
  );
}

function personRol(zaak: string, roltype: string, person: PersonRecord): PersonRolRequest {
  return {
    zaak,
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
