import { useTranslation } from 'react-i18next';
import type { DeviceRole } from '../../../shared/contract/device-binding.ts';
import type { QueueSnapshot } from '../../../shared/contract/hall.ts';
import type { Lack, WhyNext, WhyNot } from '../../../shared/domain/calling-why.ts';
import { formatTime } from '../../i18n/format.ts';

/** The words for why somebody is next, and for why somebody can't be called here now. */
export interface WhyText {
  /** The end of a sentence that begins with the number. */
  next(why: WhyNext): string;
  not(why: WhyNot): string;
  /** What the own counter lacks, as a sentence. */
  lack(lack: Lack): string;
}

/** Why nobody is next at this counter. */
export function nobodyNext({
  isClosed,
  waiting,
}: QueueSnapshot): 'closedHere' | 'nobodyWaits' | 'nobodyForYou' {
  if (isClosed) return 'closedHere';
  return waiting.length === 0 ? 'nobodyWaits' : 'nobodyForYou';
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
        case 'clerkLacks':
        case 'deviceAway':
          return t(
            `whyNot.${why.code}`,
            whatIsLacking(why, (role) => t(`devices:role.${role}`)),
          );
        case 'notBefore':
        case 'appointmentLater':
          return t(`whyNot.${why.code}`, { time: formatTime(why.at) });
        case 'lockedOut':
          return t('whyNot.lockedOut', { time: formatTime(why.until) });
        default:
          return t(`whyNot.${why.code}`, { ...why });
      }
    },
    lack: (lack) =>
      t(
        `lack.${lack.code}`,
        whatIsLacking(lack, (role) => t(`devices:role.${role}`)),
      ),
  };
}

/** The skills and the devices of a lack, to put in its sentence; `nameOf` names a device in the language of the window. */
export function whatIsLacking(lack: Lack, nameOf: (role: DeviceRole) => string) {
  const [skills, devices] = lack.code === 'deviceAway' ? [[], lack.devices] : [lack.skills, []];
  return { skills: skills.join(', '), devices: devices.map((role) => nameOf(role).toLowerCase()).join(', ') };
}
