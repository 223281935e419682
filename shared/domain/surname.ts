/**
 * Voorvoegsels as the BRP keeps them apart from the geslachtsnaam (Landelijke Tabel 36), as a machine readable zone spells
 * them: without apostrophes.
 */
const PREFIXES = `
  A, AAN, AAN DE, AAN DEN, AAN DER, AAN HET, AAN T, AF, AL, AM, AM DE, AUF, AUF DEM, AUF DEN, AUF DER,
  AUF TER, AUS, AUS DEM, AUS DEN, AUS DER, AUS M, BEN, BIJ, BIJ DE, BIJ DEN, BIJ HET, BIJ T, BIN, BOVEN D, D,
  DA, DAL, DALLA, DAS, DE, DE DIE, DE DIE LE, DE L, DE LA, DE LAS, DE LE, DE VAN DER, DECA, DEGLI, DEI, DEL,
  DELLA, DEN, DER, DES, DI, DIE LE, DO, DON, DOS, DU, EL, HET, I, IM, IN, IN DE, IN DEN, IN DER, IN HET, IN T,
  L, LA, LAS, LE, LES, LO, LOS, OF, ONDER, ONDER DE, ONDER DEN, ONDER HET, ONDER T, OP, OP DE, OP DEN, OP DER,
  OP GEN, OP HET, OP T, OP TEN, OVER, OVER DE, OVER DEN, OVER HET, OVER T, S, T, TE, TEN, TER, THO, THOE,
  THOR, TO, TOE, TOT, UIJT, UIJT DE, UIJT DEN, UIJT T, UIJT TE DE, UIJT TEN, UIT, UIT DE, UIT DEN, UIT HET,
  UIT T, UIT TE DE, UIT TEN, UNTER, VAN, VAN DE, VAN DE L, VAN DEN, VAN DER, VAN GEN, VAN HET, VAN LA, VAN T,
  VAN TER, VAN VAN DE, VER, VOM, VON, VON DEM, VON DEN, VON DER, VON T, VOOR, VOOR DE, VOOR DEN, VOOR IN T,
  VOOR T, VOR, VOR DER, ZU, ZUM, ZUR
`
  .split(',')
  .map((prefix) => prefix.trim())
  .sort((a, b) => b.length - a.length);

/** A surname as one line spells it, split as the BRP keeps it; '' when there is no voorvoegsel. */
export function splitSurname(surname: string): {
  readonly voorvoegsel: string;
  readonly geslachtsnaam: string;
} {
  const name = surname.trim().toUpperCase().replaceAll("'", '');
  const prefix = PREFIXES.find((one) => name.startsWith(`${one} `) && name.length > one.length + 1);
  if (!prefix) return { voorvoegsel: '', geslachtsnaam: name };
  return { voorvoegsel: prefix.toLowerCase(), geslachtsnaam: name.slice(prefix.length + 1) };
}
