/** Whether the last digit of a card number fits the others (ISO/IEC 7812-1, annex B). */
export function fitsLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/**
 * Whether 13 to 19 digits are a bank card's. Some Chinese cards do not follow the check digit, so that
 * UnionPay's 62 is taken for one in any case.
 */
export const isBankCard = (digits: string): boolean =>
  /^\d{13,19}$/.test(digits) &&
  !/^(\d)\1+$/.test(digits) &&
  (fitsLuhn(digits) || (/^62/.test(digits) && digits.length >= 16));

/** Whether it is a resident identity number of China, check character and all (GB 11643-1999). */
export function isIdentityNumber(text: string): boolean {
  const month = Number(text.slice(10, 12));
  const day = Number(text.slice(12, 14));
  if (!/^[1-9]\d{5}(?:19|20)\d{9}[\dXx]$/.test(text)) return false;
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10X98765432'[sum % 11] === text.at(-1)?.toUpperCase();
}
