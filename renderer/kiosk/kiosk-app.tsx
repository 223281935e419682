import { useCallback, useEffect, useRef, useState } from 'react';
import type { KioskGroup, KioskLanguage, KioskState, KioskTicket } from '../../shared/contract/kiosk.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { CheckInPage } from './check-in-page.tsx';
import { CHECK_IN_TEXTS } from './check-in-texts.ts';
import { asksFirst, PartyPage } from './party-page.tsx';
import { QrCode } from './qr-code.tsx';
import { KIOSK_TEXTS, type KioskTexts } from './texts.ts';
import { useCheckIn } from './use-check-in.ts';

const LOOK_MS = 10_000;
/** Somebody who left, or stands there reading: after this the next visitor finds the first page. */
const BACK_MS = 30_000;
/** With the paper in hand the number need not stay on the screen. */
const BACK_WITH_PAPER_MS = 12_000;

export interface KioskDeps {
  readonly call: Bridge['call'];
  readonly mintId: () => string;
}

/** The touch kiosk: choose a language, choose what you come for, and there is your number. */
export function KioskApp({ call, mintId }: KioskDeps) {
  const [state, setState] = useState<KioskState>();
  const [isAway, setAway] = useState(false);
  const [chosen, setChosen] = useState<KioskLanguage>();
  const [ticket, setTicket] = useState<KioskTicket>();
  /** The letter of the group that he chose, while he is asked something before his number. */
  const [asked, setAsked] = useState<string>();
  /** The time of his appointment, on Dutch clocks. */
  const [appointment, setAppointment] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  // One per visitor: however often he presses, it is one number.
  const commandId = useRef(mintId());
  const language = chosen ?? state?.languages[0] ?? 'nl';
  const texts = KIOSK_TEXTS[language];

  const look = useCallback(async () => {
    const answer = await call('kiosk.state', {});
    setAway(!answer.ok);
    if (answer.ok) setState(answer.value);
  }, [call]);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [look]);

  const checkIn = useCheckIn({
    call,
    mintId,
    language,
    isHeard: state?.appointments === true && ticket === undefined,
    onCheckedIn: useCallback((checkedIn) => {
      setAppointment(checkedIn.at);
      setTicket(checkedIn.ticket);
    }, []),
    onAway: useCallback(() => setAway(true), []),
  });
  const { close: closeCheckIn } = checkIn;

  const startOver = useCallback(() => {
    commandId.current = mintId();
    closeCheckIn();
    setAppointment(undefined);
    setTicket(undefined);
    setAsked(undefined);
    setChosen(undefined);
    void look();
  }, [closeCheckIn, look, mintId]);
  useBackToStart(
    chosen !== undefined || asked !== undefined || ticket !== undefined || checkIn.isOpen,
    ticket?.printed ? BACK_WITH_PAPER_MS : BACK_MS,
    startOver,
  );

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = texts.direction;
  }, [language, texts.direction]);

  async function take(group: string, party: { persons?: number; also?: string[] }): Promise<void> {
    setBusy(true);
    const answer = await call('kiosk.take', { commandId: commandId.current, group, ...party, language });
    setBusy(false);
    if (answer.ok) {
      setAway(false);
      setTicket(answer.value);
      return;
    }
    // Another choice is another wish; after no answer at all the same press asks for the same number.
    if (answer.error.code !== 'unreachable') commandId.current = mintId();
    if (answer.error.code === 'groupClosed' || answer.error.code === 'groupFull') {
      setAsked(undefined);
      void look();
    }
    // Until the next look, so that the visitor has the time to read it.
    else setAway(true);
  }

  const askedGroup = state?.groups.find(({ letter, state: now }) => letter === asked && now === 'open');

  return (
    <div className="k-page">
      <header className="k-top">
        <p>{state && `${state.municipality} · ${state.location}`}</p>
      </header>
      <main className="k-main">
        {isAway ? (
          <Away texts={texts} />
        ) : ticket ? (
          <Ticket
            ticket={ticket}
            appointment={appointment === undefined ? null : CHECK_IN_TEXTS[language].at(appointment)}
            texts={texts}
            onReady={startOver}
          />
        ) : checkIn.isOpen ? (
          <CheckInPage checkIn={checkIn} language={language} />
        ) : askedGroup ? (
          <PartyPage
            group={askedGroup}
            others={state?.groups.filter((one) => one !== askedGroup && one.state === 'open') ?? []}
            language={language}
            isBusy={isBusy}
            onTake={(party) => void take(askedGroup.letter, party)}
            onBack={() => setAsked(undefined)}
          />
        ) : (
          state && (
            <Groups
              groups={state.groups}
              language={language}
              isBusy={isBusy}
              onAppointment={state.appointments ? checkIn.open : null}
              onChoose={(group) => (asksFirst(group) ? setAsked(group.letter) : void take(group.letter, {}))}
            />
          )
        )}
      </main>
      {!ticket && (
        <nav className="k-languages" aria-label={texts.language}>
          {(state?.languages ?? []).map((one) => (
            <button
              key={one}
              type="button"
              lang={one}
              dir={KIOSK_TEXTS[one].direction}
              aria-pressed={one === language}
              onClick={() => setChosen(one)}
            >
              {KIOSK_TEXTS[one].self}
            </button>
          ))}
        </nav>
      )}
    </div>
  );
}

/** Goes back when nobody touched the page for a while. */
function useBackToStart(isAside: boolean, afterMs: number, back: () => void): void {
  useEffect(() => {
    if (!isAside) return undefined;
    let timer = setTimeout(back, afterMs);
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(back, afterMs);
    };
    document.addEventListener('pointerdown', again);
    document.addEventListener('keydown', again);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerdown', again);
      document.removeEventListener('keydown', again);
    };
  }, [isAside, afterMs, back]);
}

function Groups(props: {
  readonly groups: readonly KioskGroup[];
  readonly language: KioskLanguage;
  readonly isBusy: boolean;
  /** Null where nobody comes by appointment. */
  readonly onAppointment: (() => void) | null;
  readonly onChoose: (group: KioskGroup) => void;
}) {
  const texts = KIOSK_TEXTS[props.language];
  return (
    <>
      <div className="k-head">
        <h1>
          {texts.welcome}. {props.isBusy ? texts.busy : texts.choose}
        </h1>
        {props.onAppointment && (
          <button
            type="button"
            className="k-ready k-appointment"
            disabled={props.isBusy}
            onClick={props.onAppointment}
          >
            {CHECK_IN_TEXTS[props.language].appointment}
          </button>
        )}
      </div>
      <ul className="k-groups">
        {props.groups.map((group) => {
          const name = group.names[props.language];
          return (
            <li key={group.letter}>
              <button
                type="button"
                className="k-group"
                disabled={group.state !== 'open' || props.isBusy}
                onClick={() => props.onChoose(group)}
              >
                <span className="k-letter" aria-hidden>
                  {group.letter}
                </span>
                <span className="k-name" {...(name === undefined && { lang: 'nl', dir: 'ltr' })}>
                  {name ?? group.names.nl}
                </span>
                <span className="k-wait">{stateText(group, texts)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function stateText(group: KioskGroup, texts: KioskTexts): string {
  if (group.state === 'closed') return group.opensAt === null ? texts.closed : texts.opensAt(group.opensAt);
  if (group.state === 'full') return texts.full;
  return `${texts.waiting(group.waiting)} · ${waitText(group.expected, texts)}`;
}

function waitText(expected: KioskGroup['expected'], texts: KioskTexts): string {
  return expected ? texts.expected(expected.fromMinutes, expected.toMinutes) : texts.unknownWait;
}

function Ticket(props: {
  readonly ticket: KioskTicket;
  readonly appointment: string | null;
  readonly texts: KioskTexts;
  readonly onReady: () => void;
}) {
  const { ticket, appointment, texts } = props;
  return (
    <section className="k-ticket" role="status">
      <h1>{texts.yourNumber}</h1>
      <p className="k-number">{ticket.number}</p>
      <p className={ticket.printed || ticket.fromRoll ? 'k-paper' : 'k-paper k-no-paper'}>
        {ticket.fromRoll ? texts.fromRoll : ticket.printed ? texts.takePaper : texts.noPaper}
      </p>
      {appointment !== null && <p>{appointment}</p>}
      {ticket.waitingBefore !== null && (
        <p>{`${texts.waiting(ticket.waitingBefore)} · ${waitText(ticket.expected, texts)}`}</p>
      )}
      <p>{texts.watch}</p>
      {ticket.page !== null && (
        <div className="k-scan">
          <QrCode text={ticket.page} label={texts.scan} />
          <p>{texts.scan}</p>
        </div>
      )}
      <button type="button" className="k-ready" onClick={props.onReady}>
        {texts.ready}
      </button>
    </section>
  );
}

function Away({ texts }: { readonly texts: KioskTexts }) {
  return (
    <section className="k-ticket" role="alert">
      <h1>{texts.away}</h1>
      <p className="k-paper">{texts.reception}</p>
    </section>
  );
}
