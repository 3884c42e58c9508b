/** "010-0000-0101" of digits as they are kept; what is none of the usual numbers stays as it is. */
export function phoneText(digits: string): string {
  const parts = /^(01\d|02|0\d{2})(\d{3,4})(\d{4})$/.exec(digits);
  return parts ? parts.slice(1).join("-") : digits;
}
