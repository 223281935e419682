/** A telephone number without spaces and hyphens: Dutch of ten digits, or international with +. */
export const PHONE = /^(0[1-9]\d{8}|\+\d{9,15})$/;

/** Says in the toelichting of an internetaak which number to call. */
export function callBackOn(phone: string): string {
  return `Terugbellen op ${phone}.`;
}

/** The number as it is kept; null when it can't be called. */
export function phoneNumber(text: string): string | null {
  const number = text.replaceAll(/[\s-]/g, '');
  return PHONE.test(number) ? number : null;
}
