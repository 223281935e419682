import { RotateCw } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import type { SessionState } from '../../../../shared/contract/session.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { Empty } from '../../../components/card.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { formatSince } from '../../../i18n/format.ts';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { useNow } from '../../../state/use-now.ts';

type Display = CallOutput<'displays.list'>[number];

const LOOK_MS = 5000;
/** A display says every half minute that it runs; one that missed two is not well. */
const SILENT_MS = 75_000;
/** What another workstation heard is known here this much later, at most. */
const HEARD_LATER_MS = 45_000;
/** Enough to tell two builds apart by. */
const PAGE_DIGITS = 7;

/** The displays of the hall, those of this workstation first: which one follows, which one left, and loading one's page anew. */
export function DisplaysPanel({
  session,
  onClose,
}: {
  readonly session: SessionState;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('displays');
  const { ask } = useCounter();
  const [displays, setDisplays] = useState<readonly Display[]>();
  const look = useCallback(async () => {
    const answer = await ask('displays.list', {});
    if (answer.ok) setDisplays(answer.value);
  }, [ask]);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [look]);
  const mayRefresh = session.staff?.role !== 'clerk';
  return (
    <Dialog title={t('title')} size="wide" onClose={onClose}>
      <p className="w-soft">
        {session.displayUrl === null ? (
          t('noServer')
        ) : (
          <>
            {t('address')} <span className="w-mono">{session.displayUrl}</span>
          </>
        )}
      </p>
      {displays?.length === 0 && <Empty>{t('none')}</Empty>}
      <ul className="w-list" aria-label={t('title')}>
        {displays?.map((display) => (
          <DisplayRow key={display.displayId} display={display} onRefreshed={mayRefresh ? look : undefined} />
        ))}
      </ul>
    </Dialog>
  );
}

type Condition = 'gone' | 'silent' | 'old' | 'ok';
const TONES: Readonly<Record<Condition, Tone>> = { gone: 'bad', silent: 'warn', old: 'warn', ok: 'ok' };

function conditionOf(display: Display, now: number): Condition {
  if (!display.connected) return 'gone';
  const silentAfter = SILENT_MS + (display.workstation === null ? 0 : HEARD_LATER_MS);
  if (now - Date.parse(display.lastContact) > silentAfter) return 'silent';
  return display.upToDate ? 'ok' : 'old';
}

function DisplayRow({
  display,
  onRefreshed,
}: {
  readonly display: Display;
  /** Absent for who may not load it anew. */
  readonly onRefreshed: (() => Promise<void>) | undefined;
}) {
  const { t } = useTranslation('displays');
  const { run, notify } = useCounter();
  const now = useNow(LOOK_MS);
  const isPending = useCounterState((state) => state.busy.has('displays.refresh'));
  const condition = conditionOf(display, now);
  const { displayId, workstation } = display;
  const name = display.name ?? display.address;
  const refresh = async () => {
    if (!(await run('displays.refresh', { displayId, workstation })).ok) return;
    notify('ok', { text: t('refreshed', { name }) });
    await onRefreshed?.();
  };
  return (
    <li className="w-sync-item">
      <div className="w-row">
        <strong>{name}</strong>
        <Badge tone={TONES[condition]}>
          {t(`condition.${condition}`, { time: formatSince(display.since, now) })}
        </Badge>
        {display.connected && display.sound !== 'on' && (
          <Badge tone={display.sound === 'blocked' ? 'bad' : 'neutral'}>{t(`sound.${display.sound}`)}</Badge>
        )}
        {onRefreshed && display.connected && (
          <Button
            icon={RotateCw}
            className="w-push"
            isDisabled={isPending}
            aria-label={t('refreshOf', { name })}
            onPress={() => void refresh()}
          >
            {t('refresh')}
          </Button>
        )}
      </div>
      <span className="w-soft w-small">
        {[
          workstation === null ? null : t('workstation', { workstation }),
          display.name === null ? null : display.address,
          display.profile === null
            ? t('noProfile')
            : t(display.profileKnown ? 'profile' : 'profileUnknown', { profile: display.profile }),
          display.page === null ? null : t('page', { page: display.page.slice(0, PAGE_DIGITS) }),
          t('lastContact', { time: formatSince(display.lastContact, now) }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
      {display.ignored.length > 0 && (
        <span className="w-small">{t('ignored', { settings: display.ignored.join(', ') })}</span>
      )}
      {condition !== 'ok' && <span className="w-small">{t(`advice.${condition}`)}</span>}
      {display.connected && display.sound === 'blocked' && (
        <span className="w-small">{t('advice.blocked')}</span>
      )}
    </li>
  );
}
