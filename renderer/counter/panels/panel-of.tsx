import type { SessionState } from '../../../shared/contract/session.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { AgendaDialog } from '../agenda/agenda-dialog.tsx';
import { ChooseDialog } from '../queue/choose-dialog.tsx';
import { GroupDialog } from '../queue/group-dialog.tsx';
import { NoShowDialog } from '../queue/no-show-dialog.tsx';
import { WhyDialog } from '../queue/why-dialog.tsx';
import { WorkDialog } from '../queue/work-dialog.tsx';
import { AuditPanel } from './admin/audit-panel.tsx';
import { PassphrasePanel } from './admin/passphrase-panel.tsx';
import { StaffPanel } from './admin/staff-panel.tsx';
import { CentralCheckPanel } from './central/central-check-panel.tsx';
import { DevicesPanel } from './devices/devices-panel.tsx';
import { DisplaysPanel } from './displays/displays-panel.tsx';
import { HelpPanel } from './help/help-panel.tsx';
import type { PanelName } from './panel-names.ts';
import { OverviewPanel } from './overview/overview-panel.tsx';
import { PracticePanel } from './practice/practice-panel.tsx';
import { ReadyPanel } from './ready/ready-panel.tsx';
import { StatisticsPanel } from './statistics/statistics-panel.tsx';
import { SyncPanel } from './sync/sync-panel.tsx';
import { ZaakPanel } from './zaak/zaak-panel.tsx';

export interface PanelOfProps {
  readonly name: PanelName;
  readonly session: SessionState;
  readonly onClose: () => void;
}

/** The panel of a name. */
export function PanelOf({ name, session, onClose }: PanelOfProps) {
  switch (name) {
    case 'help':
      return <HelpPanel session={session} onClose={onClose} />;
    case 'devices':
      return <DevicesPanel onClose={onClose} />;
    case 'displays':
      return <DisplaysPanel session={session} onClose={onClose} />;
    case 'sync':
      return <SyncPanel onClose={onClose} />;
    case 'central':
      return <CentralCheckPanel onClose={onClose} />;
    case 'ready':
      return <ReadyPanel onClose={onClose} />;
    case 'zaak':
      return <ZaakPanel onClose={onClose} />;
    case 'practice':
      return <PracticePanel displayUrl={session.displayUrl} onClose={onClose} />;
    case 'staff':
      return <StaffPanel onClose={onClose} />;
    case 'audit':
      return <AuditPanel onClose={onClose} />;
    case 'overview':
      return <OverviewPanel session={session} onClose={onClose} />;
    case 'statistics':
      return <StatisticsPanel onClose={onClose} />;
    case 'passphrase':
      return <PassphrasePanel onClose={onClose} />;
    case 'startWithoutTicket':
      return <GroupDialog purpose="start" onClose={onClose} />;
    case 'agenda':
      return <AgendaDialog onClose={onClose} />;
    case 'issueTicket':
      return <GroupDialog purpose="issue" onClose={onClose} />;
    case 'chooseTicket':
      return <ChooseDialog onClose={onClose} />;
    case 'noShows':
      return <NoShowDialog onClose={onClose} />;
    case 'workProfile':
      return <WorkDialog onClose={onClose} />;
    case 'whyNext':
      return <WhyDialog onClose={onClose} />;
    default:
      return assertNever(name);
  }
}
