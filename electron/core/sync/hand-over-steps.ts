import type { Klantinteracties } from '../central/index.ts';
import { callBackOn } from '../../../shared/domain/phone.ts';
import type { HandOverRecord } from '../records.ts';
import { NONE, ours, type Step } from './step.ts';
import { field } from './zaak-context.ts';

/** What the steps of a hand-over need. */
export interface HandOverContext {
  readonly api: Klantinteracties;
  readonly handOver: HandOverRecord;
  /** The internetaak's own referentienummer: unique among internetaken. */
  readonly referentienummer: string;
  readonly contact: () => string;
  readonly next: (referentienummer: string, by: bigint) => string;
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

/** The step that sends the number to call back. */
export const PHONE_STEP = 'overdracht:telefoon';

/** The number to call back, with who took part in the contact: the only digital address that is given at the counter. */
export function phoneOf(api: Klantinteracties, phone: string, betrokkene: () => string): Step {
  return {
    name: PHONE_STEP,
    system: 'klantinteracties',
    takenTwice: true,
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

/** The internetaak names the corrected number instead of the refused one; what a colleague wrote meanwhile stays. */
export function correctedTask(
  api: Klantinteracties,
  { refused, phone }: { readonly refused: string; readonly phone: string },
  task: () => string,
): Step {
  /** Undefined when it does not name the refused number. */
  const mended = async () => {
    const found = await api.internetaak(task());
    if (!found.ok) return found;
    const { toelichting } = found.value;
    const text = toelichting.replace(callBackOn(refused), () => callBackOn(phone));
    return { ok: true, value: text === toelichting ? undefined : text } as const;
  };
  return {
    name: 'overdracht:nummer',
    system: 'klantinteracties',
    find: async () => {
      const text = await mended();
      if (!text.ok) return text;
      return text.value === undefined ? ours({ uuid: task() }) : NONE;
    },
    make: async () => {
      const text = await mended();
      if (!text.ok) return text;
      const made = text.value === undefined ? text : await api.setToelichting(task(), text.value);
      return made.ok ? { ok: true, value: { uuid: task() } } : made;
    },
  };
}
