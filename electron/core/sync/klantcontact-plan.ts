import type { BetrokkeneRequest, KlantcontactRequest, Klantinteracties } from '../central/index.ts';
import type { CommittedVisit, PersonRecord, SignalRecord } from '../records.ts';
import { actorStep } from './actor-step.ts';
import { dutchMoment } from './moments.ts';
import { correctedTask, internetaak, phoneOf } from './hand-over-steps.ts';
import { NONE, ours, type Plan, type Step, type StepData } from './step.ts';
import { field } from './zaak-context.ts';
import type { Turns } from '../turns.ts';
import { BRON } from './zaak-step.ts';

/** Everything that the steps of the klantcontact of one visit need. */
export interface KlantcontactContext {
  readonly visit: CommittedVisit;
  readonly api: Klantinteracties;
  /** Whether a person may be looked up with his burgerservicenummer, which then stands in an address. */
  readonly findByBsn: boolean;
  readonly now: () => Date;
  readonly turns: Turns;
  /** The zaken of the visit that exist centrally. */
  readonly zaken: readonly { readonly transactionId: string; readonly answer: StepData }[];
}

const OUTCOME: Readonly<Record<CommittedVisit['outcome'], string>> = {
  inOneGo: 'In een keer geholpen.',
  pickUpNeeded: 'Aanvraag gedaan, komt terug om op te halen.',
  handedOver: 'Overgedragen aan een collega.',
  notPossible: 'Kon niet worden geholpen.',
};

/** Tells Klantinteracties of a visit: who was helped, by whom, with what; once, under our own referentienummer. */
export function klantcontactPlan(context: KlantcontactContext): Plan {
  const { visit } = context;
  return (answer) => {
    const clerk = (): string => field(answer('actor'), 'uuid');
    const contact = (): string => field(answer('klantcontact'), 'uuid');
    const bsn = context.findByBsn ? visit.person?.burgerservicenummer : null;
    const known = (): StepData => (bsn ? answer('partij') : {});
    return [
      actor(context),
      klantcontact(context, VISIT),
      actorklantcontact(context, VISIT, contact, clerk),
      ...(bsn ? [partij(context, bsn)] : []),
      ...(visit.person ? [betrokkene(context, VISIT, visit.person, contact, known)] : []),
      ...handedOver(context, answer, contact),
      ...(visit.signal ? signalSteps(context, visit.signal, answer, clerk, known) : []),
      ...context.zaken.map((zaak) => zaakLink(context, zaak, contact)),
      ...callBack(context, answer),
    ];
  };
}

/** Which contact of the visit a step is of: what it is called, and how a found one is told apart. */
interface Which {
  /** Before the names of its steps. */
  readonly prefix: string;
  readonly referentienummer: (visit: CommittedVisit) => string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly text: (visit: CommittedVisit) => Pick<KlantcontactRequest, 'onderwerp' | 'inhoud'>;
}

const VISIT: Which = {
  prefix: '',
  referentienummer: ({ referentienummer }) => referentienummer,
  metadata: {},
  text: (visit) => {
    const products = visit.transactions.map(({ productName }) => productName).join(', ');
    return {
      onderwerp: (products === '' ? 'Bezoek aan de balie' : products).slice(0, 200),
      inhoud: `${OUTCOME[visit.outcome]}${visit.note === '' ? '' : ` ${visit.note}`}`.slice(0, 1000),
    };
  },
};

const SIGNAL_WORDS = { klacht: 'Klacht', melding: 'Melding', idee: 'Idee' } as const;

/** A complaint, report or idea is a contact of its own, whatever else the visitor came for. */
function signalSteps(
  context: KlantcontactContext,
  signal: SignalRecord,
  answer: (step: string) => StepData,
  clerk: () => string,
  known: () => StepData,
): readonly Step[] {
  const which: Which = {
    prefix: 'signaal:',
    referentienummer: () => signal.referentienummer,
    metadata: { soort: signal.kind },
    text: () => ({ onderwerp: `${SIGNAL_WORDS[signal.kind]} aan de balie`, inhoud: signal.text }),
  };
  const contact = (): string => field(answer('signaal:klantcontact'), 'uuid');
  const { person } = context.visit;
  return [
    klantcontact(context, which),
    actorklantcontact(context, which, contact, clerk),
    ...(person ? [betrokkene(context, which, person, contact, known)] : []),
  ];
}

function handedOver(
  context: KlantcontactContext,
  answer: (step: string) => StepData,
  contact: () => string,
): readonly Step[] {
  const { api, visit } = context;
  const { handOver, referentienummer } = visit;
  if (!handOver) return [];
  const task = { api, handOver, referentienummer, contact, next: nextNumber };
  return [
    actorStep('overdracht:actor', handOver.target, context),
    internetaak(task, () => field(answer('overdracht:actor'), 'uuid')),
  ];
}

/** The last of all: a number that is refused holds up nothing else. */
function callBack({ visit, api }: KlantcontactContext, answer: (step: string) => StepData): readonly Step[] {
  const { phone = null, refusedPhone = null } = visit.handOver ?? {};
  if (phone === null || !visit.person) return [];
  const sent = phoneOf(api, phone, () => field(answer('betrokkene'), 'uuid'));
  if (refusedPhone === null) return [sent];
  const task = () => field(answer('overdracht:internetaak'), 'uuid');
  return [sent, correctedTask(api, { refused: refusedPhone, phone }, task)];
}

/** The clerk is an actor already when he helped somebody before. */
function actor(context: KlantcontactContext): Step {
  const { loginName, name } = context.visit.clerk;
  return actorStep('actor', { kind: 'medewerker', id: loginName, name }, context);
}

function klantcontact({ visit, api, now }: KlantcontactContext, which: Which): Step {
  const ownNumber = which.referentienummer(visit);
  return {
    name: `${which.prefix}klantcontact`,
    system: 'klantinteracties',
    needsClock: true,
    choose: () => ({ referentienummer: ownNumber }),
    find: async ({ referentienummer = ownNumber, leap = '1' }) => {
      const found = await api.findKlantcontact(referentienummer);
      if (!found.ok) return found;
      const [given] = found.value;
      if (!given) return NONE;
      if (isThis(given.metadata, visit, which)) return ours({ uuid: given.uuid, referentienummer });
      // Each leap twice the last: a PC that was replaced counts from 1 again, and has thousands of numbers to pass by.
      const by = BigInt(leap);
      const chosen = { referentienummer: nextNumber(referentienummer, by), leap: String(by * 2n) };
      return { ok: true, value: { kind: 'chooseAgain', chosen } };
    },
    make: async (chosen) => {
      const referentienummer = field(chosen, 'referentienummer');
      const happened = dutchMoment(api.serverTime(new Date(visit.startedAt)), api.serverTime(now()));
      const made = await api.createKlantcontact(contactBody(visit, which, referentienummer, happened));
      return made.ok ? { ok: true, value: { uuid: made.value.uuid, referentienummer } } : made;
    },
  };
}

/** Made by us, of this visit, and of the same kind. */
function isThis(
  metadata: Readonly<Record<string, string>> | null | undefined,
  { visitId }: CommittedVisit,
  which: Which,
): boolean {
  return (
    metadata?.['bron'] === BRON &&
    metadata['bezoek'] === visitId &&
    metadata['soort'] === which.metadata['soort']
  );
}

function contactBody(
  visit: CommittedVisit,
  which: Which,
  referentienummer: string,
  plaatsgevondenOp: string,
): KlantcontactRequest {
  return {
    referentienummer,
    kanaal: 'balie',
    ...which.text(visit),
    indicatieContactGelukt: visit.outcome !== 'notPossible',
    taal: 'nld',
    vertrouwelijk: false,
    plaatsgevondenOp,
    metadata: { bron: BRON, bezoek: visit.visitId, ...which.metadata },
  };
}

/** The referentienummer that comes `by` later, of the same length; Klantinteracties takes at most 10 digits. */
function nextNumber(referentienummer: string, by: bigint): string {
  const next = (BigInt(referentienummer) + by) % 10n ** BigInt(referentienummer.length);
  return next.toString().padStart(referentienummer.length, '0');
}

function actorklantcontact(
  { api }: KlantcontactContext,
  which: Which,
  contact: () => string,
  medewerker: () => string,
): Step {
  return {
    name: `${which.prefix}actorklantcontact`,
    system: 'klantinteracties',
    takenTwice: true,
    find: async () => first(await api.actorklantcontacten(contact(), medewerker())),
    make: async () => made(await api.createActorklantcontact(medewerker(), contact())),
  };
}

/**
 * Which partij the visitor is, so that the contact is found again with the person; `{}` when Klantinteracties does not know
 * him: partijen are not made here. It changes nothing, and is a step so that every repeat links to the same one.
 */
function partij({ api }: KlantcontactContext, bsn: string): Step {
  return {
    name: 'partij',
    system: 'klantinteracties',
    find: async () => NONE,
    make: async () => {
      const found = await api.findPersoon(bsn);
      if (!found.ok) return found;
      return { ok: true, value: found.value ? { uuid: found.value.uuid } : {} };
    },
  };
}

const ROL = 'klant';

function betrokkene(
  { api }: KlantcontactContext,
  which: Which,
  person: PersonRecord,
  contact: () => string,
  known: () => StepData,
): Step {
  return {
    name: `${which.prefix}betrokkene`,
    system: 'klantinteracties',
    takenTwice: true,
    choose: () => {
      const { uuid } = known();
      return uuid === undefined ? {} : { partij: uuid };
    },
    find: async (chosen) => {
      const found = await api.betrokkenen(contact());
      if (!found.ok) return found;
      // A colleague elsewhere may have added others to the contact.
      const same = found.value.find(
        ({ rol, wasPartij }) => rol === ROL && wasPartij?.uuid === chosen['partij'],
      );
      return same ? ours({ uuid: same.uuid }) : NONE;
    },
    make: async (chosen) =>
      made(await api.createBetrokkene(betrokkeneBody(person, contact(), chosen['partij']))),
  };
}

function betrokkeneBody(
  person: PersonRecord,
  klantcontactUuid: string,
  partijUuid: string | undefined,
): BetrokkeneRequest {
  return {
    wasPartij: partijUuid === undefined ? null : { uuid: partijUuid },
    hadKlantcontact: { uuid: klantcontactUuid },
    rol: ROL,
    initiator: true,
    organisatienaam: '',
    contactnaam: {
      voorletters: person.voorletters.slice(0, 10),
      voornaam: person.voornamen.slice(0, 200),
      voorvoegselAchternaam: person.voorvoegsel.slice(0, 10),
      achternaam: person.geslachtsnaam.slice(0, 200),
    },
  };
}

function zaakLink(
  { api }: KlantcontactContext,
  { transactionId, answer }: KlantcontactContext['zaken'][number],
  contact: () => string,
): Step {
  const zaak = field(answer, 'uuid');
  return {
    name: `zaak:${transactionId}`,
    system: 'klantinteracties',
    takenTwice: true,
    find: async () => {
      const found = await api.findZaakLink(contact(), zaak);
      if (!found.ok) return found;
      return found.value ? ours({ uuid: found.value.uuid }) : NONE;
    },
    make: async () => made(await api.createZaakLink(contact(), zaak)),
  };
}

type Refs = Awaited<ReturnType<Klantinteracties['actorklantcontacten']>>;
type OneRef = Awaited<ReturnType<Klantinteracties['createBetrokkene']>>;

function first(answer: Refs): Awaited<ReturnType<Step['find']>> {
  if (!answer.ok) return answer;
  const [ref] = answer.value;
  return ref ? ours({ uuid: ref.uuid }) : NONE;
}

function made(answer: OneRef): Awaited<ReturnType<Step['make']>> {
  return answer.ok ? { ok: true, value: { uuid: answer.value.uuid } } : answer;
}
