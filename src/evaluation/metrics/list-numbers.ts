const NUMBER = /\d+(?:[.,]\d+)*/g;

/** The numbers written in a text; thousands separators do not make another number. */
export function listNumbers(text: string): string[] {
  return [...text.matchAll(NUMBER)].map(([number]) => number.replaceAll(/,(?=\d{3})/g, ''));
}
