import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { CentralError, CentralSystem } from '../central/index.ts';
import type { LocalError } from './step.ts';

const SYSTEM: Readonly<Record<CentralSystem, string>> = {
  zaken: 'Het zaaksysteem',
  documenten: 'Het documentsysteem',
  catalogi: 'De zaaktypecatalogus',
  klantinteracties: 'Het klantcontactsysteem',
  brp: 'De BRP',
  notify: 'De berichtendienst (NotifyNL)',
};
const SAFE = 'De gegevens staan veilig op deze computer.';

/** Numbers that could be a burgerservicenummer are never repeated, whoever wrote them. */
function masked(text: string): string {
  return text.replaceAll(/\d{8,9}/g, '•••••••••').slice(0, 300);
}

/** Why an item waits or is parked: what happened, what is safe, what to do now. */
export function reasonOf(error: CentralError | LocalError): string {
  switch (error.kind) {
    case 'impossible':
    case 'notYet':
      return error.reason;
    case 'unreachable':
      return `${SYSTEM[error.system]} is niet bereikbaar. ${SAFE} Wij proberen het vanzelf opnieuw.`;
    case 'unknownOutcome':
      return `${SYSTEM[error.system]} ${silenceOf(error)}. ${SAFE} Wij proberen het vanzelf opnieuw.`;
    case 'unauthorized':
      if (error.code === 'no-secret')
        return `${SYSTEM[error.system]} wordt niet gevraagd: het geheim van deze werkplek ontbreekt. ${SAFE} Vraag IT om het te bewaren en Waarmee opnieuw te starten.`;
      return `${SYSTEM[error.system]} laat deze werkplek dit niet doen${codeOf(error)}. ${SAFE} Vraag IT om de toegang te controleren.`;
    case 'invalidAnswer':
      return `${SYSTEM[error.system]} gaf een antwoord dat niet te lezen is. ${SAFE} Blijft dit zo, vraag dan IT om hulp.`;
    case 'notFound':
      return `${SYSTEM[error.system]} kent het onderdeel niet waar dit bij hoort. ${SAFE} Vraag functioneel beheer om hulp.`;
    case 'conflict':
    case 'refused':
      return `${SYSTEM[error.system]} weigert dit: ${fieldsOf(error)}. ${SAFE} Vraag functioneel beheer om hulp en kies daarna "Opnieuw versturen".`;
    default:
      return assertNever(error);
  }
}

function silenceOf({ status }: CentralError): string {
  if (status === undefined) return 'antwoordt niet';
  return status === 429 ? 'is te druk' : 'heeft een storing';
}

function codeOf({ code }: CentralError): string {
  return code === undefined ? '' : ` (${masked(code)})`;
}

function fieldsOf({ invalidParams = [], title, status }: CentralError): string {
  if (invalidParams.length === 0) return masked(title ?? `fout ${status ?? ''}`.trim());
  return invalidParams
    .slice(0, 3)
    .map(({ name, reason, code }) =>
      `${name === 'nonFieldErrors' ? '' : `veld "${masked(name)}": `}${masked(reason || code)}`.replace(
        /\.$/,
        '',
      ),
    )
    .join('; ');
}
