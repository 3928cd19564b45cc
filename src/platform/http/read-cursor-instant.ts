/** As `Date.toISOString` writes it, within the years every database and clock of ours can hold. */
const ISO_INSTANT = /^[2-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The instant in a part of a cursor; undefined for anything that a list does not write, such as a number or a short date. */
export function readCursorInstant(part: string | number | undefined): Date | undefined {
  if (typeof part !== 'string' || !ISO_INSTANT.test(part)) return undefined;
  const instant = new Date(part);
  // 30 February reads as 2 March; no list gave that out.
  return Number.isNaN(instant.getTime()) || instant.toISOString() !== part ? undefined : instant;
}
