import { useEffect, useState } from 'react';
import type { CallInput } from '../../../../shared/contract/index.ts';
import type { MessageOffer } from '../../../../shared/contract/messages.ts';
import type { VisitView } from '../../../../shared/contract/visits.ts';
import {
  type AddressProblem,
  checkAddress,
  type MessageChannel,
} from '../../../../shared/domain/message-address.ts';
import { useCounter } from '../../../state/context.tsx';
import { useDesk, useDeskState } from '../desk/desk-context.tsx';

/** One way in which the visitor can get a message. */
export interface MessageRow {
  readonly channel: MessageChannel;
  readonly wants: boolean;
  readonly address: string;
  /** What is wrong with what was typed; undefined when it is right. */
  readonly problem: AddressProblem | undefined;
}

/** What the clerk asks the visitor about messages. */
export interface MessageForm {
  /** None: nothing can be offered at this end of the visit. */
  readonly rows: readonly MessageRow[];
  /** What he gets. */
  readonly what: 'confirmation' | 'readyForPickUp' | 'both' | 'webForm';
  /** To choose from, when he gets the link of a web form. */
  readonly webForms: MessageOffer['webForms'];
  readonly webFormOf: string | null;
  readonly setWants: (channel: MessageChannel, wants: boolean) => void;
  readonly setAddress: (channel: MessageChannel, address: string) => void;
  readonly setWebForm: (productId: string) => void;
  /** A link that is sent is a contact without a note. */
  readonly saysEnough: boolean;
  readonly isRight: boolean;
  /** For "klaar". */
  readonly parts: Pick<CallInput<'transactions.commit'>, 'message'>;
}

const NOTHING: MessageOffer = { confirmation: [], readyForPickUp: [], webForm: [], webForms: [] };

/** Keeps what the visitor said on the desk, so that it is still there when the sheet is opened again in this visit. */
export function useMessage({ transactions }: VisitView, isOnlyContact: boolean): MessageForm {
  const { ask } = useCounter();
  const desk = useDesk();
  const draft = useDeskState((state) => state.message);
  const [offer, setOffer] = useState(NOTHING);
  useEffect(() => {
    let left = false;
    void ask('messages.offer', {}, { quiet: true }).then((answer) => {
      if (!left && answer.ok) setOffer(answer.value);
    });
    return () => {
      left = true;
    };
  }, [ask]);

  const isFetchedLater = transactions.some(
    ({ product }) => product.visits === 2 && product.completes === undefined,
  );
  const { channels, what } = offered(offer, isOnlyContact, isFetchedLater);
  const rows = channels.map((channel): MessageRow => {
    const { wants, address } = draft[channel];
    const checked = checkAddress(channel, address);
    return { channel, wants, address, problem: checked.ok ? undefined : checked.problem };
  });
  const chosen = rows.filter(({ wants }) => wants);
  const webForms = isOnlyContact ? offer.webForms : [];
  const webFormOf = webForms.some(({ productId }) => productId === draft.webFormOf) ? draft.webFormOf : null;
  const isRight =
    chosen.every(({ problem }) => problem === undefined) &&
    (chosen.length === 0 || !isOnlyContact || webFormOf !== null);
  const to = chosen.map(({ channel, address }) => ({ channel, address: address.trim() }));
  return {
    rows,
    what,
    webForms,
    webFormOf,
    setWants(channel, wants) {
      const { address } = draft[channel];
      desk.write({ [channel]: { wants, address: address || givenIn(transactions, channel) } });
    },
    setAddress: (channel, address) => desk.write({ [channel]: { ...draft[channel], address } }),
    setWebForm: (productId) => desk.write({ webFormOf: productId }),
    saysEnough: chosen.length > 0 && webFormOf !== null,
    isRight,
    parts: to.length > 0 ? { message: { to, webFormOf } } : {},
  };
}

/** The address that the visitor gave in the form of a product; empty: none. */
function givenIn(transactions: VisitView['transactions'], channel: MessageChannel): string {
  const type = channel === 'email' ? 'email' : 'phone';
  const given = transactions.flatMap(({ product, steps }) =>
    steps.flatMap(({ index, data }) => {
      const step = product.steps[index];
      if (step?.kind !== 'form' || data?.kind !== 'form') return [];
      return step.fields.flatMap((field) => (field.type === type ? [data.values[field.id] ?? ''] : []));
    }),
  );
  return given.find((address) => address !== '') ?? '';
}

function offered(
  { confirmation, readyForPickUp, webForm, webForms }: MessageOffer,
  isOnlyContact: boolean,
  isFetchedLater: boolean,
): { readonly channels: readonly MessageChannel[]; readonly what: MessageForm['what'] } {
  if (isOnlyContact) return { channels: webForms.length > 0 ? webForm : [], what: 'webForm' };
  const later = isFetchedLater ? readyForPickUp : [];
  const channels = (['email', 'sms'] as const).filter(
    (channel) => confirmation.includes(channel) || later.includes(channel),
  );
  if (confirmation.length === 0) return { channels, what: 'readyForPickUp' };
  return { channels, what: later.length > 0 ? 'both' : 'confirmation' };
}
