import type { Finding } from '../../../shared/contract/central-check.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { CentralError } from '../central/index.ts';

/** Where IT finds what a system is reached with. */
export interface Place {
  /** Key of its address in the configuration. */
  readonly urlKey: string;
  /** What the address ends in, by the standard. */
  readonly endsIn: string;
  readonly secretName: string;
  /** The client of the ZGW APIs; others have a key or token alone. */
  readonly clientId?: string;
  /** What we must be allowed for the question that was refused, such as the scope `zaken.lezen`. */
  readonly right: string;
}

/** Why a question to a central system failed, and what IT does about it. */
export function explain(error: CentralError, place: Place): Finding {
  const { urlKey, endsIn } = place;
  switch (error.kind) {
    case 'unreachable':
      return notConnected(error.code ?? '', urlKey);
    case 'unknownOutcome':
      return noGoodAnswer(error, urlKey);
    case 'unauthorized':
      return notAllowed(error, place);
    case 'notFound':
      return {
        what: 'Op dit adres is geen API.',
        advice: `Controleer ${urlKey}: het adres eindigt op ${endsIn}, zonder de naam van een onderdeel erachter.`,
      };
    case 'invalidAnswer':
      return {
        what: `Het adres antwoordt, maar niet zoals deze API hoort te doen${codeOf(error)}.`,
        advice: `Controleer of ${urlKey} naar deze API wijst (het eindigt op ${endsIn}), en of er geen aanmeldpagina of proxy tussen zit.`,
      };
    case 'refused':
    case 'conflict':
      return {
        what: `De API weigert een vraag die volgens de standaard goed is${codeOf(error)}.`,
        advice: 'Vraag de leverancier welke versie van de API dit is; README noemt welke Waarmee spreekt.',
      };
    default:
      return assertNever(error.kind);
  }
}

function codeOf({ status, code, invalidParams }: CentralError): string {
  const parts = [status, code, ...(invalidParams ?? []).map(({ name, reason }) => `${name}: ${reason}`)];
  const known = parts.filter((part) => part !== undefined && part !== '');
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}

function notConnected(code: string, urlKey: string): Finding {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        what: 'De naam van de server is niet te vinden.',
        advice: `Controleer ${urlKey}, en of deze pc de naamserver (DNS) van de gemeente gebruikt.`,
      };
    case 'ECONNREFUSED':
      return {
        what: 'De server neemt geen verbinding aan.',
        advice: `Controleer het adres en de poort in ${urlKey}, en of het systeem aan staat.`,
      };
    case 'CERT_HAS_EXPIRED':
      return {
        what: 'Het certificaat van de server is verlopen.',
        advice:
          'Vraag de beheerder van het systeem om een nieuw certificaat. Controleer ook de datum van deze pc.',
      };
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return {
        what: 'Het certificaat is van een server met een andere naam.',
        advice: `Zet in ${urlKey} de naam die in het certificaat staat.`,
      };
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return {
        what: 'Deze pc vertrouwt de uitgever van het certificaat niet.',
        advice:
          'Zet het certificaat van de uitgever in een PEM-bestand en noem dat in central.caFile, of installeer het op deze pc.',
      };
    default:
      return {
        what: `Er komt geen verbinding met de server${code === '' ? '' : ` (${code})`}.`,
        advice: `Controleer ${urlKey}, de firewall, en of deze pc op het netwerk van de gemeente zit.`,
      };
  }
}

function noGoodAnswer({ status, code }: CentralError, urlKey: string): Finding {
  if (status === undefined)
    return {
      what: `De server antwoordt niet, of verbreekt de verbinding${code === undefined ? '' : ` (${code})`}.`,
      advice: `Controleer ${urlKey} en de firewall. Is de server traag, verhoog dan central.timeoutSeconds.`,
    };
  if (status === 429)
    return {
      what: 'De server is te druk, of staat deze werkplek te weinig vragen toe (429).',
      advice: 'Doe de controle later opnieuw. Blijft het, vraag de beheerder dan om een hogere grens.',
    };
  return {
    what: `De server heeft een storing (${status}).`,
    advice: 'Doe de controle later opnieuw. Blijft het, meld het dan aan de beheerder van het systeem.',
  };
}

function notAllowed({ status, code }: CentralError, place: Place): Finding {
  const { secretName, clientId, right } = place;
  if (code === 'no-secret')
    return {
      what: `Het geheim "${secretName}" staat niet op deze pc.`,
      advice: `Bewaar het met waarmee --store-secret ${secretName}, of zonder Electron in secrets.json, en start Waarmee opnieuw.`,
    };
  if (code === 'jwt-expired' || code === 'jwt-not-valid-yet')
    return {
      what: 'De server vindt de toegangssleutel te oud of te nieuw, ook als zijn eigen klok wordt gebruikt.',
      advice: 'Zet op de server en op deze pc de tijdsynchronisatie (NTP) aan.',
    };
  if (clientId !== undefined && code === 'invalid-client-identifier')
    return {
      what: `Het systeem kent de client "${clientId}" niet.`,
      advice:
        'Controleer central.zgw.clientId, of maak deze client met zijn geheim in het beheer van het systeem.',
    };
  if (clientId !== undefined && (code === 'invalid-jwt-signature' || code === 'jwt-decode-error'))
    return {
      what: `Het geheim van de client "${clientId}" klopt niet.`,
      advice: `Bewaar het geheim "${secretName}" opnieuw, precies zoals het in het beheer van het systeem staat.`,
    };
  if (status === 401 || clientId === undefined)
    return {
      what: `Het systeem laat deze werkplek niet toe${codeOf({ kind: 'unauthorized', system: 'zaken', ...(status !== undefined && { status }), ...(code !== undefined && { code }) })}.`,
      advice: `Controleer het geheim "${secretName}", en of deze werkplek ${right} mag.`,
    };
  return {
    what: `De client "${clientId}" mist een recht: ${right}.`,
    advice: `Geef de applicatie met deze client dat recht in de autorisaties van het systeem.`,
  };
}
