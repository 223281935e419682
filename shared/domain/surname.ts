/** Voorvoegsels as the BRP keeps them apart from the geslachtsnaam (Landelijke Tabel 36), longest first. */
const PREFIXES = [
  'VAN DE',
  'VAN DEN',
  'VAN DER',
  'VAN HET',
  "VAN 'T",
  'VAN T',
  'VON DER',
  'IN DE',
  'IN DEN',
  'IN HET',
  "IN 'T",
  'IN T',
  'OP DE',
  'OP DEN',
  'OP HET',
  'OP T',
  'OVER DE',
  'AAN DE',
  'AAN DEN',
  'UIT DE',
  'UIT DEN',
  'DE LA',
  'VAN',
  'VON',
  'DE',
  'DEN',
  'DER',
  'TEN',
  'TER',
  'TE',
  'HET',
  'T',
  'LA',
  'LE',
  'DU',
  'DI',
  'DA',
  'DOS',
  'EL',
  'AL',
].sort((a, b) => b.length - a.length);

/** A surname as one line spells it, split as the BRP keeps it; '' when there is no voorvoegsel. */
export function splitSurname(surname: string): {
  readonly voorvoegsel: string;
  readonly geslachtsnaam: string;
} {
  const name = surname.trim().toUpperCase();
  const prefix = PREFIXES.find((one) => name.startsWith(`${one} `) && name.length > one.length + 1);
  if (!prefix) return { voorvoegsel: '', geslachtsnaam: name };
  return { voorvoegsel: prefix.toLowerCase(), geslachtsnaam: name.slice(prefix.length + 1) };
}
