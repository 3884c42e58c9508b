/** A business registration number of ten digits as people write it: "123-45-67890". */
export const businessNumberText = (digits: string): string => digits.replace(/^(\d{3})(\d{2})(\d{5})$/, "$1-$2-$3");
