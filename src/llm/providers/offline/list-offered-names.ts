import { findAll } from '../../../shared/find-all.js';
import { type PassageFact } from '../../llm.port.js';
import { preparePassage } from './prepare-passage.js';

/** Names of one kind, and the passages that have them. */
export interface OfferedNames {
  markers: number[];
  names: string[];
}

const MAX_NAMES = 8;
const NAME = /^\p{Lu}[\p{L}\p{N}+-]{1,29}$/u;
const NO_NAMES = /^(?:The|A|An|Every|Each|This|Our|Your|Any|No|All|Which|What)$/;

/** The plans (tiers, editions) the passages name, from as few passages as have them all. */
export function listOfferedNames(kind: string, passages: readonly PassageFact[]): OfferedNames | undefined {
  const found = passages.map((passage) => ({
    marker: passage.marker,
    names: [...namesInTables(kind, passage), ...namesInProse(kind, passage.text)],
  }));
  const offered: OfferedNames = { markers: [], names: [] };
  for (const { marker, names } of found.sort((a, b) => b.names.length - a.names.length)) {
    const added = [...new Set(names)].filter((name) => !offered.names.includes(name));
    if (added.length === 0 || offered.names.length + added.length > MAX_NAMES) continue;
    offered.markers.push(marker);
    offered.names.push(...added);
  }
  return offered.names.length === 0 ? undefined : offered;
}

function namesInTables(kind: string, passage: PassageFact): string[] {
  return preparePassage(passage).sentences.flatMap(({ row }) => {
    const isOfKind = row !== null && (row.table.columns[0] ?? '').toLowerCase().startsWith(kind);
    const subject = row?.cells[0] ?? '';
    return isOfKind && NAME.test(subject) ? [subject] : [];
  });
}

function namesInProse(kind: string, text: string): string[] {
  const pattern = new RegExp(String.raw`(\p{Lu}[\p{L}\p{N}+-]{1,29})(?: ${kind}\b)`, 'gu');
  return findAll(text, pattern)
    .map(([, name = '']) => name)
    .filter((name) => !NO_NAMES.test(name));
}
