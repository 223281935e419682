import { today, type Clock } from './clock.ts';
import { PrintDocument } from '../shared/domain/print-document.ts';

/** Every sign that Dutch names and amounts need beyond plain letters: wrong ones mean another code page. */
const SIGNS = '€ é è ë ê ï î ö ô ü û ç à á ó ú ñ ß Š ž ij';

/**
 * The paper of a test print: signs, width and edges can be judged by eye. Next to buttons it asks to press them, because
 * who does is not at the counter. Holds no data of a visit.
 */
export function testPage(clock: Clock, identity: string | undefined, buttons = 0): PrintDocument {
  const time = new Intl.DateTimeFormat('nl-NL', {
    timeZone: 'Europe/Amsterdam',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(clock.now());
  return PrintDocument.parse({
    blocks: [
      { kind: 'text', text: 'Proefafdruk', align: 'center', bold: true, size: 2 },
      { kind: 'text', text: identity ?? 'printer', align: 'center' },
      { kind: 'rule' },
      { kind: 'text', text: SIGNS },
      { kind: 'columns', left: 'links', right: 'rechts' },
      { kind: 'rule' },
      ...(buttons === 0
        ? []
        : [{ kind: 'text', text: `Druk nu op elke knop (1 t/m ${buttons}), één keer.`, align: 'center' }]),
      { kind: 'text', text: `${today(clock)} ${time}`, align: 'center' },
    ],
  });
}
