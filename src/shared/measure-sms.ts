/** How a text travels as SMS. */
export interface SmsSize {
  /** One character outside of GSM's alphabet turns the whole text into UCS-2. */
  encoding: 'gsm-7' | 'ucs-2';
  /** Septets (gsm-7) or 16-bit units (ucs-2) it takes. */
  units: number;
  segments: number;
}

/** 3GPP TS 23.038: the basic table, and the characters of the extension table, which take two septets. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('\f^{}\\[~]|€');
/** One message, and each part of a longer one, which loses room to its header. */
const ROOM = { 'gsm-7': { single: 160, part: 153 }, 'ucs-2': { single: 70, part: 67 } } as const;

/** Counts what a text takes; a character never straddles two segments. An empty text takes one segment. */
export function measureSms(text: string): SmsSize {
  const characters = Array.from(text);
  const isGsm = characters.every((character) => BASIC.has(character) || EXTENDED.has(character));
  const encoding = isGsm ? 'gsm-7' : 'ucs-2';
  const costs = characters.map((character) => (isGsm ? (BASIC.has(character) ? 1 : 2) : character.length));
  const units = costs.reduce((sum, cost) => sum + cost, 0);
  const { single, part } = ROOM[encoding];
  return { encoding, units, segments: units <= single ? 1 : countParts(costs, part) };
}

function countParts(costs: readonly number[], room: number): number {
  let segments = 1;
  let used = 0;
  for (const cost of costs) {
    if (used + cost > room) {
      segments += 1;
      used = 0;
    }
    used += cost;
  }
  return segments;
}
