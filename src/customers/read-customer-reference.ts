/** A reference as it is looked up: the decimal reading where there is one, and the text as another system's id. */
export interface CustomerReference {
  customerId: number | null;
  externalId: string;
}

const DECIMAL = /^[1-9]\d{0,15}$/;
const MAX_REFERENCE_CHARS = 255;

/**
 * Reads what a caller names as the customer. Undefined for what no stored id can be: too long, or with characters that
 * PostgreSQL cannot hold (NUL, lone surrogates).
 */
export function readCustomerReference(reference: string): CustomerReference | undefined {
  const externalId = reference.trim();
  if (externalId === '' || externalId.length > MAX_REFERENCE_CHARS || /[\0\p{Surrogate}]/u.test(externalId))
    return undefined;
  const customerId = DECIMAL.test(externalId) && Number.isSafeInteger(Number(externalId)) ? Number(externalId) : null;
  return { customerId, externalId };
}
