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
export const TD2_ICAO = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
export const TD1_LONG = [
  'I<UTOD23145890<7349<<<<<<<<<<<',
  '3407127M9507122UTO<<<<<<<<<<<2',
  'STEVENSON<<PETER<JOHN<<<<<<<<<',
];
export const PASSPORT_2021 = [
  'P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<',
  'SPECI20212NLD6503101F3108309<<<<<<<<<<<<<<<0',
];
export const CARD_NL = [
  'I<NLDSPECI20212<<<<<<<<<<<<<<<',
  '6503101F3108022NLD<<<<<<<<<<<8',
  'DE<BRUIJN<<WILLEKE<LISELOTTE<<',
];
/** The number of the specimen of 2014, as the code on the back of a document has it. */
export const CODE_NL = '999999990';
