import type { Klantinteracties } from '../central/index.ts';
import type { HandOverRecord } from '../records.ts';
import type { Turns } from '../turns.ts';
import { NONE, type Step, type StepData, type StepResult } from './step.ts';

/** Who an actor of Klantinteracties is: the clerk who helped, or who gets the work. */
export type Who = HandOverRecord['target'];

const CODES = {
  afdeling: { codeObjecttype: 'afd', codeRegister: 'obj' },
  groep: { codeObjecttype: 'grp', codeRegister: 'obj' },
  medewerker: { codeObjecttype: 'mdw', codeRegister: 'msei' },
} as const;

/** An actor, made when Klantinteracties does not know him yet; nothing keeps him unique but looking. */
export function actorStep(
  name: string,
  who: Who,
  { api, turns }: { readonly api: Klantinteracties; readonly turns: Turns },
): Step {
  return {
    name,
    system: 'klantinteracties',
    takenTwice: true,
    find: async () => NONE,
    // What is told side by side from here must not each make him.
    make: () => turns(`${who.kind}:${who.id}`, () => findOrMake(api, who)),
  };
}

/** Looks again after making: another workstation may have done the same, and from then on all take the same one. */
async function findOrMake(api: Klantinteracties, who: Who): Promise<StepResult<StepData>> {
  const { codeObjecttype } = CODES[who.kind];
  const known = await api.findActor(who.id, codeObjecttype);
  if (!known.ok) return known;
  if (known.value) return found(known.value);
  const made = await create(api, who);
  if (!made.ok) return made;
  const again = await api.findActor(who.id, codeObjecttype);
  return again.ok ? found(again.value ?? made.value) : again;
}

function create(api: Klantinteracties, { kind, id, name }: Who): ReturnType<Klantinteracties['createActor']> {
  const codeSoortObjectId = id.includes('@') ? 'email' : 'idf';
  const base = {
    naam: name.slice(0, 200),
    indicatieActief: true,
    actoridentificator: { objectId: id, ...CODES[kind], codeSoortObjectId },
  };
  return api.createActor(
    kind === 'medewerker'
      ? { ...base, soortActor: 'medewerker' }
      : { ...base, soortActor: 'organisatorische_eenheid' },
  );
}

function found({ uuid }: { readonly uuid: string }): StepResult<StepData> {
  return { ok: true, value: { uuid } };
}
