/** Published specimens: ICAO 9303 parts 4 to 6 and the Dutch specimen documents of RvIG and RDW. */
export const TD3_ICAO = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
] as const;
export const TD2_ICAO = [
  'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<',
  'D231458907UTO7408122F1204159<<<<<<<6',
] as const;
export const TD1_ICAO = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
] as const;
export const TD1_LONG = [
  'I<UTOD23145890<7349<<<<<<<<<<<',
  '3407127M9507122UTO<<<<<<<<<<<2',
  'STEVENSON<<PETER<JOHN<<<<<<<<<',
] as const;
export const NL_2014 = [
  'P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<',
  'SPECI20142NLD6503101F2403096999999990<<<<<84',
] as const;
export const NL_2021 = [
  'P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<',
  'SPECI20212NLD6503101F3108309<<<<<<<<<<<<<<<0',
] as const;
export const NL_CARD = [
  'I<NLDSPECI20212<<<<<<<<<<<<<<<',
  '6503101F3108022NLD<<<<<<<<<<<8',
  'DE<BRUIJN<<WILLEKE<LISELOTTE<<',
] as const;
export const NL_LICENCE = ['D1NLD15094962111659VW87Z78NB84'] as const;

export const ALL_SPECIMENS: readonly (readonly string[])[] = [
  TD3_ICAO,
  TD2_ICAO,
  TD1_ICAO,
  TD1_LONG,
  NL_2014,
  NL_2021,
  NL_CARD,
  NL_LICENCE,
];
