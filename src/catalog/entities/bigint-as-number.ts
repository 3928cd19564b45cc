/** The driver hands bigint over as text; the shop's ids are safe integers by the rules of the import. */
export const bigintAsNumber = {
  from: (stored: string | null): number | null => (stored === null ? null : Number(stored)),
  to: (id: number | null): number | null => id,
};
