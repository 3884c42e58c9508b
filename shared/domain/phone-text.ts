/**
 * A stored number as people write it: "010-0000-0101", "02-000-0001"; what is none of the usual numbers stays as it is. Apart from the schema of numbers, so that
 * pages show one without loading zod.
 */
export const phoneText = (digits: string): string => {
  const parts = /^(01\d|02|0\d{2})(\d{3,4})(\d{4})$/.exec(digits);
  return parts ? parts.slice(1).join("-") : digits;
};
