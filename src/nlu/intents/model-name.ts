export const MODEL_NAMES = ['sales', 'shop'] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

export function isModelName(name: string): name is ModelName {
  return MODEL_NAMES.some((known) => known === name);
}
