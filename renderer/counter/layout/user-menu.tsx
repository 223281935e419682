import {
  ChartColumn,
  ChevronDown,
  FileSearch,
  KeyRound,
  Languages,
  LayoutGrid,
  LifeBuoy,
  ListChecks,
  LockKeyhole,
  LogOut,
  MonitorPlay,
  PackageCheck,
  ScrollText,
  Users,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useId, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../shared/contract/session.ts';
import { Key } from '../../components/key.tsx';
import { changeLanguage } from '../../i18n/i18n.ts';
import { useShortcut } from '../../keys/key-context.tsx';
import { KEYS } from '../../keys/keys.ts';
import { useCounter } from '../../state/context.tsx';
import { useRaiseAlarm } from '../alarms/use-raise-alarm.ts';
import type { OpenPanel } from '../panels/panel-names.ts';

/** The clerk's name with what belongs to him: passphrase, language, lock, log out, and his role's own screens. */
export function UserMenu({
  session,
  onOpen,
}: {
  readonly session: SessionState;
  readonly onOpen: OpenPanel;
}) {
  const { t, i18n } = useTranslation('shell');
  const { ask } = useCounter();
  const raiseAlarm = useRaiseAlarm();
  const label = useId();
  const [isOpen, setOpen] = useState(false);
  useShortcut('userMenu', () => setOpen((open) => !open));
  const role = session.staff?.role ?? 'clerk';
  const other = i18n.language === 'en' ? 'nl' : 'en';
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="w-button w-button-quiet w-on-brand">
        {session.staff?.name} <span className="w-header-role">{t(`role.${role}`)}</span>
        <Key combo={KEYS.userMenu} />
        <ChevronDown size={16} aria-hidden />
      </Button>
      <Popover className="w-popover" placement="bottom end">
        <span id={label} hidden>
          {t('menu.label')}
        </span>
        {/* Only aria-labelledby wins from the trigger, whose name says who the clerk is, not what opens. */}
        <Menu className="w-menu" aria-labelledby={label}>
          <Item icon={KeyRound} text={t('menu.passphrase')} onAction={() => onOpen('passphrase')} />
          <Item
            icon={Languages}
            text={t('menu.language')}
            onAction={() => void changeLanguage(i18n, other, localStorage)}
          />
          <Item
            icon={LifeBuoy}
            text={t('menu.alarm')}
            combo={KEYS.raiseAlarm}
            onAction={() => void raiseAlarm()}
          />
          {session.hasPickUpMessages && (
            <Item icon={PackageCheck} text={t('menu.ready')} onAction={() => onOpen('ready')} />
          )}
          <Item icon={FileSearch} text={t('menu.zaak')} combo={KEYS.zaak} onAction={() => onOpen('zaak')} />
          <Item icon={MonitorPlay} text={t('menu.displays')} onAction={() => onOpen('displays')} />
          {role === 'administrator' && (
            <Item icon={Users} text={t('menu.staff')} onAction={() => onOpen('staff')} />
          )}
          {role === 'administrator' && (
            <Item icon={ListChecks} text={t('menu.central')} onAction={() => onOpen('central')} />
          )}
          {role !== 'clerk' && (
            <>
              <Item icon={LayoutGrid} text={t('menu.overview')} onAction={() => onOpen('overview')} />
              <Item icon={ChartColumn} text={t('menu.statistics')} onAction={() => onOpen('statistics')} />
              <Item icon={ScrollText} text={t('menu.audit')} onAction={() => onOpen('audit')} />
            </>
          )}
          <Separator className="w-menu-line" />
          <Item
            icon={LockKeyhole}
            text={t('lock')}
            combo={KEYS.lock}
            onAction={() => void ask('session.lock', {})}
          />
          <Item icon={LogOut} text={t('menu.logout')} onAction={() => void ask('session.logout', {})} />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface ItemProps {
  readonly icon: LucideIcon;
  readonly text: string;
  readonly combo?: string;
  readonly onAction: () => void;
}

function Item({ icon: Icon, text, combo, onAction }: ItemProps) {
  return (
    <MenuItem className="w-menu-item" textValue={text} onAction={onAction}>
      <Icon size={18} aria-hidden />
      {text}
      {combo && <Key combo={combo} />}
    </MenuItem>
  );
}
