const PROSPECT_SIDE = new Set(['prospect', 'user', 'customer', 'lead', 'client', 'human']);

/** Whether a sender, by whatever name another system gives it, is the one who asks; everybody else is our side. */
export function isProspectSide(sender: string): boolean {
  return PROSPECT_SIDE.has(sender.trim().toLowerCase());
}
