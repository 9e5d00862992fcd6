/** An e-mail address in running text. */
export const emailPattern =
  /(?<![\p{L}\d._%+-])[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}(?![\p{L}\d])/gu;

/** A web address, with or without its scheme. */
export const webPattern = /(?<![\p{L}\d@.])(?:https?:\/\/|www\.)[^\s<>"')\]]{3,500}/giu;

/** A Swedish phone number: 070-123 45 67, 013-12 34 56, 08-123 456, +46 (0)70 123 45 67, 0701234567. */
export const phonePattern =
  /(?<![\p{L}\d.,:/-])(?:(?:\+|00)46[\s-]?(?:\(0\)\s?)?\d{1,3}|0\d{1,3})(?:\s?[-–/]\s?|\s)?\d{2,3}(?:[\s-]?\d{2,3}){1,3}(?!\d|[.:/]\d|-\d)/gu;

/** The number with single spaces, or nothing when it has too few or too many digits to be a phone number. */
export function phoneAsWritten(text: string): string | undefined {
  const digits = text.replace(/^\+46|^0046/u, "0").replaceAll(/\(0\)|\D/gu, "");
  const isTime = /^(?:[01]\d|2[0-4])[0-5]\d\s?-\s?(?:[01]\d|2[0-4])[0-5]\d$/u.test(text);
  return digits.length >= 8 && digits.length <= 11 && !isTime ? text.replaceAll(/\s+/gu, " ").trim() : undefined;
}
