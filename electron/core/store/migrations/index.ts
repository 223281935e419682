import type { Migration } from '../store.ts';
import { floor } from './0010-floor.ts';
import { hall } from './0020-hall.ts';
import { visits } from './0030-visits.ts';
import { outbox } from './0040-outbox.ts';
import { devices } from './0050-devices.ts';
import { cardPayments } from './0090-card-payments.ts';
import { retention } from './0100-retention.ts';
import { pickUps } from './0110-pick-ups.ts';
import { klantbeeld } from './0120-klantbeeld.ts';
import { outboxWaiting } from './0140-outbox-waiting.ts';
import { sharedHall } from './0150-shared-hall.ts';
import { appointments } from './0161-appointments.ts';
import { paperRoll } from './0162-paper-roll.ts';
import { assignments } from './0165-assignments.ts';
import { outboxTrouble } from './0170-outbox-trouble.ts';
import { cancelledTickets } from './0171-cancelled-tickets.ts';
import { agendaDays } from './0172-agenda-days.ts';
import { missingCalls } from './0180-missing-calls.ts';
import { reservedNumbers } from './0181-reserved-numbers.ts';
import { hallWishes } from './0190-hall-wishes.ts';
import { notifications } from './0210-notifications.ts';
import { notificationDays } from './0211-notification-days.ts';
import { continuedVisits } from './0219-continued-visits.ts';
import { shortenedTexts } from './0240-shortened-texts.ts';
import { catalogueCheck } from './0250-catalogue-check.ts';
import { hallArrivals } from './0260-hall-arrivals.ts';
import { zaakStatus } from './0275-zaak-status.ts';
import { sealedSubjects } from './0280-sealed-subjects.ts';
import { staffWork } from './0282-staff-work.ts';
import { klantbeeldTaken } from './0310-klantbeeld-taken.ts';
import { processingLogZaak } from './0311-processing-log-zaak.ts';
import { keptZaken } from './0320-kept-zaken.ts';
import { agendaTimes } from './0340-agenda-times.ts';
import { correctedTexts } from './0360-corrected-texts.ts';
import { fetchedNotifications } from './0361-fetched-notifications.ts';
import { hallPersonalData } from './0362-hall-personal-data.ts';
import { confirmedZaken } from './0370-confirmed-zaken.ts';
import { heldUpItems } from './0371-held-up-items.ts';

/** Every step of the file's shape, oldest first; a released step is never changed, only followed. */
export const migrations: readonly Migration[] = [
  floor,
  hall,
  visits,
  outbox,
  devices,
  cardPayments,
  retention,
  pickUps,
  klantbeeld,
  outboxWaiting,
  sharedHall,
  appointments,
  paperRoll,
  assignments,
  outboxTrouble,
  cancelledTickets,
  agendaDays,
  missingCalls,
  reservedNumbers,
  hallWishes,
  notifications,
  notificationDays,
  continuedVisits,
  shortenedTexts,
  catalogueCheck,
  hallArrivals,
  zaakStatus,
  sealedSubjects,
  staffWork,
  klantbeeldTaken,
  processingLogZaak,
  keptZaken,
  agendaTimes,
  correctedTexts,
  fetchedNotifications,
  hallPersonalData,
  confirmedZaken,
  heldUpItems,
];
