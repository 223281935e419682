import type { Klantinteracties } from '../central/index.ts';
import type { HandOverRecord } from '../records.ts';
import { NONE, ours, type Step } from './step.ts';
import type { Turns } from '../turns.ts';
import { field } from './zaak-context.ts';

/** What the steps of a hand-over need. */
export interface HandOverContext {
  readonly api: Klantinteracties;
  readonly turns: Turns;
  readonly handOver: HandOverRecord;
  /** The internetaak's own referentienummer: unique among internetaken. */
  readonly referentienummer: string;
  readonly contact: () => string;
  readonly next: (referentienummer: string, by: bigint) => string;
}

const ACTOR_CODES = {
  afdeling: { codeObjecttype: 'afd', codeRegister: 'obj' },
  groep: { codeObjecttype: 'grp', codeRegister: 'obj' },
  medewerker: { codeObjecttype: 'mdw', codeRegister: 'msei' },
} as const;

/** The actor of who gets the work; made when Klantinteracties does not know him yet. */
export function handOverActor({ api, turns, handOver }: HandOverContext): Step {
  const { kind, id, name } = handOver.target;
  const codes = ACTOR_CODES[kind];
  return {
    name: 'overdracht:actor',
    system: 'klantinteracties',
    find: async () => NONE,
    make: async () => {
      const made = await turns(`${kind}:${id}`, async () => {
        const found = await api.findActor(id, codes.codeObjecttype);
        if (!found.ok) return found;
        if (found.value) return { ok: true, value: found.value } as const;
        const codeSoortObjectId = id.includes('@') ? 'email' : 'idf';
        const actoridentificator = { objectId: id, ...codes, codeSoortObjectId };
        const base = { naam: name, indicatieActief: true, actoridentificator };
        return kind === 'medewerker'
          ? api.createActor({ ...base, soortActor: 'medewerker' })
          : api.createActor({ ...base, soortActor: 'organisatorische_eenheid' });
      });
      return made.ok ? { ok: true, value: { uuid: made.value.uuid } } : made;
    },
  };
}

/** The internetaak, under our own referentienummer: found there again after an unknown outcome. */
export function internetaak(context: HandOverContext, actor: () => string): Step {
  const { api, handOver, contact } = context;
  return {
    name: 'overdracht:internetaak',
    system: 'klantinteracties',
    choose: () => ({ referentienummer: context.referentienummer }),
    find: async ({ referentienummer = context.referentienummer, leap = '1' }) => {
      const found = await api.findInternetaak(referentienummer);
      if (!found.ok) return found;
      const [given] = found.value;
      if (!given) return NONE;
      if (given.aanleidinggevendKlantcontact?.uuid === contact()) return ours({ uuid: given.uuid });
      const by = BigInt(leap);
      const chosen = { referentienummer: context.next(referentienummer, by), leap: String(by * 2n) };
      return { ok: true, value: { kind: 'chooseAgain', chosen } };
    },
    make: async (chosen) => {
      const made = await api.createInternetaak({
        referentienummer: field(chosen, 'referentienummer'),
        gevraagdeHandeling: handOver.gevraagdeHandeling,
        aanleidinggevendKlantcontact: { uuid: contact() },
        toegewezenAanActoren: [{ uuid: actor() }],
        toelichting: handOver.toelichting,
        status: 'te_verwerken',
      });
      return made.ok ? { ok: true, value: { uuid: made.value.uuid } } : made;
    },
  };
}

/** The number to call back, with who took part in the contact: the only digital address that is given at the counter. */
export function phoneOf(api: Klantinteracties, phone: string, betrokkene: () => string): Step {
  return {
    name: 'overdracht:telefoon',
    system: 'klantinteracties',
    find: async () => {
      const found = await api.digitaleAdressen(betrokkene());
      if (!found.ok) return found;
      const [given] = found.value;
      return given ? ours({ uuid: given.uuid }) : NONE;
    },
    make: async () => {
      const made = await api.createTelefoonnummer(betrokkene(), phone);
      return made.ok ? { ok: true, value: { uuid: made.value.uuid } } : made;
    },
  };
}
