import { Banknote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { useShortcut } from '../../../keys/key-context.tsx';
import { KEYS } from '../../../keys/keys.ts';
import { useCounter, useCounterState } from '../../../state/context.tsx';

const useHasDrawer = (): boolean => useCounterState((state) => state.devices.value?.cashDrawer ?? false);

/** Opens the cash drawer by its key, from wherever the clerk is; without a drawer the key says so. */
export function useDrawerKey(): void {
  const { t } = useTranslation('devices');
  const { run, notify } = useCounter();
  useShortcut('openDrawer', () => void run('devices.openDrawer', {}), {
    isEnabled: useHasDrawer(),
    refuse: () => notify('info', { text: t('noDrawer') }),
  });
}

/** Opens the cash drawer; nothing where there is none. */
export function DrawerButton() {
  const { t } = useTranslation('devices');
  const { run } = useCounter();
  const isPending = useCounterState((state) => state.busy.has('devices.openDrawer'));
  if (!useHasDrawer()) return null;
  return (
    <Button
      icon={Banknote}
      keys={KEYS.openDrawer}
      isPending={isPending}
      onPress={() => void run('devices.openDrawer', {})}
    >
      {t('openDrawer')}
    </Button>
  );
}
