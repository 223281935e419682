import type { AuditAction } from '../../../shared/domain/audit-action.ts';
import type { Ticket } from '../../../shared/contract/hall.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Events } from '../events.ts';
import { type CallContext, type Handlers, staffOf } from '../handlers.ts';
import type { HallAction, HallEngine } from '../ports.ts';
import type { Role } from '../../../shared/contract/call.ts';
import type { ClerkWork } from './clerk-work.ts';
import { isUnseen, type LacksAt } from './counter-lacks.ts';
import type { PaperRoll } from './paper-roll.ts';
import type { IssuedTicket } from './issued-ticket.ts';
import type { TeamSeat } from './team.ts';

/** The calls that the hall answers. */
export type HallCalls =
  | 'hall.queue'
  | 'hall.callNext'
  | 'hall.callChosen'
  | 'hall.setPriority'
  | 'hall.setParty'
  | 'hall.split'
  | 'hall.cancel'
  | 'hall.recall'
  | 'hall.noShow'
  | 'hall.putBack'
  | 'hall.hold'
  | 'hall.resume'
  | 'hall.transfer'
  | 'hall.colleagues'
  | 'hall.startWithoutTicket'
  | 'hall.undo'
  | 'hall.issueTicket'
  | 'hall.setPaperRoll'
  | 'hall.chooseProfile'
  | 'hall.sawCamera';

interface HandlerDeps {
  readonly engine: HallEngine;
  readonly events: Events;
  readonly issue: (request: Parameters<HallEngine['issue']>[0]) => Promise<Result<IssuedTicket>>;
  readonly split: (request: Parameters<HallEngine['split']>[0]) => Promise<Result<IssuedTicket>>;
  readonly paperRoll: Pick<PaperRoll, 'state' | 'set'>;
  /** Whether a counter calls visitors; a team lead may have closed it. */
  readonly isOpen: (counter: number) => boolean;
  /** What a counter of this workstation lacks now. */
  readonly lacksAt: LacksAt;
  /** Whether who has this role may call somebody before his turn. */
  readonly mayChoose: (role: Role) => boolean;
  /** Whether the window of a counter has a camera that it can open. */
  readonly sawCamera: (counter: number, isThere: boolean) => void;
  /** Who is logged in at the counters of this location. */
  readonly seats: () => readonly TeamSeat[];
  readonly work: Pick<ClerkWork, 'shown' | 'choose'>;
  /** The letters of the groups that are helped here. */
  readonly groups: readonly string[];
  /** Puts a ticket on paper; absent where no printer can be bound. */
  readonly printTicket?: (issued: IssuedTicket) => void;
}

const COUNTER_CLOSED = fail('counterClosed', { field: 'counter', detail: 'closed by the team lead' });

type OnTicket = HallAction & { readonly ticketId: string };

/** The handlers of the hall: who calls comes from the session, and every act leaves a line in the audit log. */
export function hallHandlers(deps: HandlerDeps): Handlers<HallCalls> {
  const { engine, events } = deps;
  const by = (commandId: string, context: CallContext): HallAction => ({
    commandId,
    counter: context.caller.counter,
    staffId: staffOf(context).staffId,
  });

  /** The visitor at this counter became another. */
  function counterChanged(context: CallContext, action: AuditAction, ticketId: string, detail: string): void {
    context.audit(action, 'ticket', ticketId, detail);
    events.publish({ name: 'visit.changed', data: { counter: context.caller.counter } });
  }

  /** A refusal when one of the groups that he needs besides is not helped here. */
  function unknownOf(also: readonly string[]): ReturnType<typeof fail> | null {
    const unknown = also.find((letter) => !deps.groups.includes(letter));
    if (unknown === undefined) return null;
    return fail('invalidInput', { field: 'also', detail: `${unknown} is not in use here` });
  }

  /** A counter that is closed calls once more who is there already, and nobody else. */
  async function recall(on: OnTicket): Promise<Result<Ticket>> {
    if (deps.isOpen(on.counter)) return engine.recall(on);
    const here = await engine.current(on.counter);
    return here?.ticketId === on.ticketId ? engine.recall(on) : COUNTER_CLOSED;
  }

  function onTicket(
    action: AuditAction,
    run: (on: OnTicket) => Promise<Result<Ticket>>,
  ): Handlers<'hall.recall'>['hall.recall'] {
    return {
      kind: 'effect',
      run: async ({ commandId, ticketId }, context) => {
        const answer = await run({ ...by(commandId, context), ticketId });
        if (answer.ok) counterChanged(context, action, ticketId, answer.value.number);
        return answer;
      },
    };
  }

  return {
    'hall.queue': {
      kind: 'query',
      run: async (_, context) => {
        const roll = deps.paperRoll.state();
        const queue = await engine.queue(context.caller.counter);
        const work = deps.work.shown(context.caller.counter);
        const mayChoose = deps.mayChoose(staffOf(context).role);
        return ok({
          ...queue,
          isClosed: !deps.isOpen(context.caller.counter),
          mayChoose,
          lacks: deps.lacksAt(context.caller.counter),
          ...(roll && { roll }),
          ...(work && { work }),
        });
      },
    },
    'hall.callNext': {
      kind: 'effect',
      run: async ({ commandId }, context) => {
        if (!deps.isOpen(context.caller.counter)) return COUNTER_CLOSED;
        const answer = await engine.callNext(by(commandId, context));
        if (answer.ok && answer.value)
          counterChanged(context, 'hall.called', answer.value.ticketId, answer.value.number);
        return answer;
      },
    },
    'hall.callChosen': {
      kind: 'effect',
      run: async ({ commandId, ticketId, reason, despite }, context) => {
        if (!deps.mayChoose(staffOf(context).role)) return fail('notAllowed');
        const { counter } = context.caller;
        if (!deps.isOpen(counter)) return COUNTER_CLOSED;
        // Who was called by this command already is the engine's to answer.
        const ticket = await engine.ticket(ticketId);
        if (ticket?.state === 'waiting' && isUnseen(deps.lacksAt(counter), ticket.group, despite))
          return fail('counterLacks', { field: 'despite', detail: 'not all that is lacking was seen' });
        const answer = await engine.callChosen({ ...by(commandId, context), ticketId, reason });
        if (answer.ok)
          counterChanged(
            context,
            'hall.calledChosen',
            ticketId,
            [`${answer.value.number}: ${reason}`, ...despite.map(({ code }) => code)].join(', '),
          );
        return answer;
      },
    },
    'hall.setPriority': {
      kind: 'effect',
      run: async ({ commandId, ticketId, priority }, context) => {
        const answer = await engine.setPriority({ ...by(commandId, context), ticketId, priority });
        if (answer.ok)
          context.audit('hall.priority', 'ticket', ticketId, `${answer.value.number}: ${priority ?? 'none'}`);
        return answer;
      },
    },
    'hall.setParty': {
      kind: 'effect',
      run: async ({ commandId, ticketId, ...party }, context) => {
        const unknown = unknownOf(party.also);
        if (unknown) return unknown;
        const answer = await engine.setParty({ ...by(commandId, context), ticketId, party });
        if (!answer.ok) return answer;
        const { number, persons, also } = answer.value;
        context.audit('hall.party', 'ticket', ticketId, `${number}: ${[persons, ...also].join(' ')}`);
        return answer;
      },
    },
    'hall.split': {
      kind: 'effect',
      run: async ({ commandId, ...split }, context) => {
        if (!deps.groups.includes(split.group))
          return fail('invalidInput', { field: 'group', detail: 'not in use here' });
        const answer = await deps.split({ ...by(commandId, context), ...split });
        if (!answer.ok) return answer;
        const { ticket } = answer.value;
        const detail = `${ticket.cameWith ?? ''} -> ${ticket.number}: ${ticket.persons}`;
        context.audit('hall.split', 'ticket', split.ticketId, detail);
        deps.printTicket?.(answer.value);
        return ok(ticket);
      },
    },
    'hall.cancel': {
      kind: 'effect',
      run: async ({ commandId, ticketId, reason }, context) => {
        const answer = await engine.cancel({ ...by(commandId, context), ticketId, reason });
        if (answer.ok)
          context.audit('hall.cancelled', 'ticket', ticketId, `${answer.value.number}: ${reason}`);
        return answer;
      },
    },
    'hall.recall': onTicket('hall.recalled', recall),
    'hall.noShow': {
      kind: 'effect',
      run: async ({ commandId, ticketId, reason }, context) => {
        const answer = await engine.noShow({ ...by(commandId, context), ticketId, reason });
        if (answer.ok) counterChanged(context, 'hall.noShow', ticketId, `${answer.value.number}: ${reason}`);
        return answer;
      },
    },
    'hall.putBack': onTicket('hall.putBack', (on) => engine.putBack(on)),
    'hall.hold': {
      kind: 'effect',
      run: async ({ commandId, ticketId, note }, context) => {
        const wish = { note, heldBy: staffOf(context).name };
        const answer = await engine.hold({ ...by(commandId, context), ticketId, wish });
        if (answer.ok) counterChanged(context, 'hall.held', ticketId, answer.value.number);
        return answer;
      },
    },
    'hall.resume': onTicket('hall.resumed', (on) => engine.resume(on)),
    'hall.transfer': {
      kind: 'effect',
      run: async ({ commandId, ticketId, inMinutes, ...wish }, context) => {
        if (wish.group !== null && !deps.groups.includes(wish.group))
          return fail('invalidInput', { field: 'group', detail: 'not in use here' });
        const { colleague } = wish;
        if (colleague !== null && wish.counter !== null)
          return fail('invalidInput', { field: 'colleague', detail: 'not with a counter too' });
        if (colleague !== null && !deps.seats().some(({ name }) => name === colleague))
          return fail('colleagueAway', { field: 'colleague', detail: 'not logged in now' });
        const later = new Date(context.at.getTime() + inMinutes * 60_000).toISOString();
        const notBefore = inMinutes === 0 ? null : later;
        const answer = await engine.transfer({
          ...by(commandId, context),
          ticketId,
          wish: { ...wish, notBefore, heldBy: null },
        });
        const detail =
          answer.ok && `${answer.value.number} -> ${colleague ?? wish.counter ?? answer.value.group}`;
        if (answer.ok) counterChanged(context, 'hall.transferred', ticketId, detail || '');
        return answer;
      },
    },
    'hall.colleagues': {
      kind: 'query',
      run(_, context) {
        const elsewhere = deps
          .seats()
          .filter(({ counter }) => counter !== context.caller.counter)
          .toSorted((a, b) => a.name.localeCompare(b.name, 'nl') || a.counter - b.counter);
        return ok(
          elsewhere.map(({ name, counter, lacks = [] }) => ({
            name,
            counter,
            isOpen: deps.isOpen(counter),
            lacks: [...lacks],
          })),
        );
      },
    },
    'hall.startWithoutTicket': {
      kind: 'effect',
      run: async ({ commandId, group }, context) => {
        const answer = await engine.startWithoutTicket({ ...by(commandId, context), group });
        if (answer.ok) counterChanged(context, 'hall.walkIn', answer.value.ticketId, answer.value.number);
        return answer;
      },
    },
    'hall.undo': {
      kind: 'effect',
      run: async ({ commandId, actionId }, context) => {
        const answer = await engine.undo({ ...by(commandId, context), actionId });
        if (!answer.ok) return answer;
        counterChanged(context, 'hall.undone', answer.value.ticketId, answer.value.number);
        return ok({ done: true });
      },
    },
    'hall.setPaperRoll': {
      kind: 'effect',
      run({ roll }, context) {
        deps.paperRoll.set(roll);
        const what = roll ? `${roll.next}${roll.byHand ? ' by hand' : ''}` : 'none';
        context.audit('hall.paperRoll', 'location', context.caller.counter.toString(), what);
        return Promise.resolve(ok({ done: true }));
      },
    },
    'hall.chooseProfile': {
      kind: 'effect',
      async run({ profile }, context) {
        const { counter } = context.caller;
        const work = deps.work.shown(counter);
        if (work?.decidedBy === 'teamlead') return fail('notAllowed');
        if (profile !== null && !work?.choices.some(({ id }) => id === profile))
          return fail('invalidInput', { field: 'profile', detail: 'not one to choose here' });
        deps.work.choose(counter, profile);
        context.audit('hall.profileChosen', 'counter', `balie ${counter}`, profile ?? '');
        return ok({ done: true });
      },
    },
    'hall.sawCamera': {
      kind: 'query',
      run({ isThere }, context) {
        deps.sawCamera(context.caller.counter, isThere);
        return ok({ done: true });
      },
    },
    'hall.issueTicket': {
      kind: 'effect',
      run: async ({ commandId, group, persons, also, priority }, context) => {
        const unknown = unknownOf(also);
        if (unknown) return unknown;
        const answer = await deps.issue({
          commandId,
          group,
          origin: 'clerk',
          staffId: staffOf(context).staffId,
          ...((persons > 1 || also.length > 0) && { party: { persons, also } }),
          ...(priority && { priority }),
        });
        if (!answer.ok) return answer;
        const { ticketId, number } = answer.value.ticket;
        context.audit('hall.issued', 'ticket', ticketId, priority ? `${number}: ${priority}` : number);
        deps.printTicket?.(answer.value);
        return ok(answer.value.ticket);
      },
    },
  };
}
