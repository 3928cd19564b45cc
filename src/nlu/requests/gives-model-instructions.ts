/** Instructions hide at the end of long texts too, so more is looked at than a person would read. */
const MAX_CHARS = 20_000;

const PATTERNS: readonly RegExp[] = [
  // "ignore all previous instructions", but not "ignore the instructions in my last mail"
  /\b(?:ignore|disregard|forget|override|bypass)\b(?:(?!\b(?:my|our|I)\b)[^.?!\n]){0,40}\b(?:instructions?|prompts?|guidelines|(?:your|all|previous|these) rules)\b(?! (?:in|from|of|that|which)? ?(?:my|our|I|we)\b)/i,
  /\b(?:reveal|print|show|repeat|output|tell me|give me|what (?:is|are|was))\b[^.?!\n]{0,30}\b(?:system prompt|your (?:\w+ )?prompt|(?:hidden|initial|original|secret|system) instructions)\b/i,
  /\byou are (?:now|no longer) (?:an? |the |my )?(?:\w+ )?(?:assistant|bot|ai|model|developer|admin|administrator|dan)\b/i,
  /\bpretend (?:that )?(?:you are|you're|to be|you have)\b/i,
  /\bnew (?:system )?instructions?\s*:/i,
  /<\/?(?:system|assistant|instructions?)>|\[\/?INST\]|<\|im_(?:start|end)\|>/i,
  /^\s*(?:system|assistant)\s*:/im,
];

/**
 * Whether a message tries to direct the model instead of asking the company something. A hint for a person: what keeps the
 * draft safe is that a model's text is checked, not that this list is complete.
 */
export function givesModelInstructions(message: string): boolean {
  const text = message.slice(0, MAX_CHARS);
  return PATTERNS.some((pattern) => pattern.test(text));
}
