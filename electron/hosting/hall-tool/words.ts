import type { MovedHall, Rebuilt, RebuiltDay } from '../../core/hall/index.ts';

/** What a rebuild found, a line for each thing that differed; `mended` when it was put right. */
export function* rebuiltLines({ events, tickets, days }: Rebuilt, mended: boolean): Generator<string> {
  yield `${tickets} nummers afgeleid uit ${events} gebeurtenissen.`;
  for (const { day, tickets: ofDay, numbers } of days) {
    yield `${day}:`;
    for (const difference of ofDay) yield `  ${ticketLine(difference)}`;
    for (const { group, was, is } of numbers)
      yield `  groep ${group}: de teller stond op ${was}, er is al een nummer ${is} gegeven`;
  }
  if (days.length === 0) yield 'Alles klopt: er was niets anders.';
  else if (mended)
    yield 'Wat anders was, is rechtgezet; wat niet te lezen is, is gebleven zoals het was. De gebeurtenissen zelf zijn niet veranderd.';
  else yield 'Er is niets veranderd. Zonder --dry-run wordt dit rechtgezet.';
}

function ticketLine({ number, ticketId, what, fields }: RebuiltDay['tickets'][number]): string {
  const which = `${number ?? 'zonder nummer'} (${ticketId})`;
  switch (what) {
    case 'missing':
      return `${which}: ontbrak`;
    case 'leftOver':
      return `${which}: stond er zonder gebeurtenissen`;
    case 'unreadable':
      return `${which}: uit de gebeurtenissen volgt geen nummer; bewaar de gegevens en meld dit`;
    case 'changed':
      return `${which}: ${fields.map(({ name, was, is }) => `${name} was ${text(was)}, is ${text(is)}`).join('; ')}`;
    default:
      return what satisfies never;
  }
}

const text = (value: unknown): string => JSON.stringify(value) ?? 'leeg';

/** What became of a move; `kept` false: it was only tried. */
export function movedLines(moved: MovedHall, kept: boolean): readonly string[] {
  switch (moved.outcome) {
    case 'thereAlready':
      return [
        moved.events === 0
          ? 'Deze werkplek heeft geen nummers van deze locatie: er is niets over te brengen.'
          : `De wachtruimte was al overgebracht: alle ${moved.events} gebeurtenissen staan in de database. Er is niets veranderd.`,
      ];
    case 'refused':
      return [
        `De database heeft al andere nummers van deze locatie op: ${moved.days.join(', ')}.`,
        'Er is niets overgebracht en niets veranderd. Twee rijen door elkaar kan niet: kies welke wachtruimte vandaag geldt, of breng over op een dag zonder nummers in de database.',
      ];
    case 'moved': {
      const what = `${moved.tickets} nummers met ${moved.events} gebeurtenissen`;
      return [
        ...moved.unreadable.map((ticketId) => `${ticketId}: uit de gebeurtenissen volgt geen nummer`),
        kept
          ? `Overgebracht: ${what}. De nummers tellen in de database verder. Start Waarmee weer; het bestand van deze werkplek is niet veranderd.`
          : `Over te brengen: ${what}. Er is niets veranderd. Zonder --dry-run wordt dit overgebracht.`,
      ];
    }
    default:
      return moved satisfies never;
  }
}
