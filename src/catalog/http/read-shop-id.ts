const DECIMAL = /^[1-9]\d{0,15}$/;

/** The id of a product or an order in an address; undefined for what can be none. */
export function readShopId(text: string): number | undefined {
  const id = Number(text);
  return DECIMAL.test(text) && Number.isSafeInteger(id) ? id : undefined;
}
