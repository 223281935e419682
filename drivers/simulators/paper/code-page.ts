/** Code page 858 from 80 on: 850 with the euro at D5. */
const CP858 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´≡±‗¾¶§÷¸°¨·¹³²■\u00a0';
/** Code page 437 from 80 on. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
/** Windows-1252 from 80 to 9F; above that it is Latin-1. Not TextDecoder: some versions of Node decode it as Latin-1. */
const WINDOWS_1252 = '€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ';

/** The letter of a byte on a page as Epson numbers them; '?' on a page that this printer does not have. */
export function letterOf(byte: number, page: number): string {
  if (byte < 0x80) return String.fromCharCode(byte);
  if (page === 0) return CP437[byte - 0x80] ?? '?';
  if (page === 19) return CP858[byte - 0x80] ?? '?';
  if (page !== 16) return '?';
  return byte >= 0xa0 ? String.fromCharCode(byte) : (WINDOWS_1252[byte - 0x80] ?? '?');
}
