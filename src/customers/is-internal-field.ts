const INTERNAL = /^(?:internal_.*|.*(?:score|budget|note|notes|comment|comments|revenue|margin|credit|risk).*)$/i;

/** Whether a field by this name (`lead_score`, `internal_owner`) is for the sales team's eyes only. */
export function isInternalField(name: string): boolean {
  return INTERNAL.test(name.replace(/[\s\-.]+/g, '_'));
}
