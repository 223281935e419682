import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { formatDay } from '../../../i18n/format.ts';
import type { PartName } from './columns.ts';

type Groups = CallOutput<'statistics.report'>['groups'];

/** The name of one row of a part, from its key in the report. */
export function usePartNames(groups: Groups): (part: PartName, key: string) => string {
  const { t, i18n } = useTranslation('statistics');
  return (part, key) => {
    switch (part) {
      case 'group': {
        const group = groups.find(({ letter }) => letter === key);
        return group ? `${key} ${group.name}` : key;
      }
      case 'hour':
        return t('hour', { from: Number(key), to: Number(key) + 1 });
      case 'day':
        return `${formatDay(`${key}T12:00:00.000Z`, i18n.language)} ${key.slice(0, 4)}`;
      case 'counter':
        return t('counter', { number: Number(key) });
      default:
        return t(key === 'appointment' ? 'appointment' : 'walkIn');
    }
  };
}
