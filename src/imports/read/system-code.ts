/** The code of an error of Node's own (`ENOENT`, `ERR_…`); undefined for others. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
