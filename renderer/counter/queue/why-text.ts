import { useTranslation } from 'react-i18next';
import type { WhyNext, WhyNot } from '../../../shared/domain/calling-why.ts';
import { formatTime } from '../../i18n/format.ts';

/** The words for why somebody is next, and for why somebody can't be called here now. */
export interface WhyText {
  /** The end of a sentence that begins with the number. */
  next(why: WhyNext): string;
  not(why: WhyNot): string;
}

/** The reasons of the calling rule in the language of the window. */
export function useWhyText(): WhyText {
  const { t } = useTranslation(['hall', 'devices']);
  return {
    next(why) {
      switch (why.code) {
        case 'finallyCallBy':
          return t('why.finallyCallBy', { time: formatTime(why.limit) });
        case 'appointment':
        case 'appointmentEarly':
          return t(`why.${why.code}`, { time: formatTime(why.at) });
        case 'overNorm':
          return t('why.overNorm', { minutes: Math.round(why.normSeconds / 60) });
        default:
          return t(`why.${why.code}`, { ...why });
      }
    },
    not(why) {
      switch (why.code) {
        case 'skillMissing':
          return t('whyNot.skillMissing', { skills: why.skills.join(', ') });
        case 'deviceAway':
          return t('whyNot.deviceAway', {
            devices: why.devices.map((role) => t(`devices:role.${role}`).toLowerCase()).join(', '),
          });
        case 'notBefore':
        case 'appointmentLater':
          return t(`whyNot.${why.code}`, { time: formatTime(why.at) });
        case 'lockedOut':
          return t('whyNot.lockedOut', { time: formatTime(why.until) });
        default:
          return t(`whyNot.${why.code}`, { ...why });
      }
    },
  };
}
