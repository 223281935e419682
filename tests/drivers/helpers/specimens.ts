/** Specimens of ICAO 9303 and of the Dutch state; no real persons. */
export const TD3_ICAO = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
];
export const TD1_ICAO = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
];
export const PASSPORT_NL = [
  'P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<',
  'SPECI20142NLD6503101F2403096999999990<<<<<84',
];
export const LICENCE_NL = ['D1NLD15094962111659VW87Z78NB84'];
