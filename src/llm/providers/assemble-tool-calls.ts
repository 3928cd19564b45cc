import { LlmError } from '../llm-error.js';
import { type LlmToolCall } from '../llm.port.js';

/** A piece of a tool call as it arrives: the first names the tool, the rest bring more of the arguments' JSON. */
export interface ToolCallPiece {
  index?: number | undefined;
  id?: string | undefined;
  name?: string | undefined;
  args?: string | undefined;
}

interface Draft {
  index: number | undefined;
  id: string;
  name: string;
  args: string;
}

/**
 * Joins the pieces and parses the arguments strictly. LangChain's own joining repairs JSON that was cut off, which
 * would run a tool with half an argument.
 * @throws LlmError `malformed_output` for a call without a name or with arguments that are no JSON object
 */
export function assembleToolCalls(pieces: readonly ToolCallPiece[]): LlmToolCall[] {
  const drafts: Draft[] = [];
  for (const piece of pieces) appendPiece(drafts, piece);
  return drafts.map((draft, position) => ({
    id: draft.id === '' ? `call_${position + 1}` : draft.id,
    name: draft.name,
    arguments: parseArguments(draft),
  }));
}

function appendPiece(drafts: Draft[], piece: ToolCallPiece): void {
  const draft = findDraft(drafts, piece);
  if (draft === undefined) {
    drafts.push({ index: piece.index, id: piece.id ?? '', name: piece.name ?? '', args: piece.args ?? '' });
    return;
  }
  draft.id ||= piece.id ?? '';
  draft.name ||= piece.name ?? '';
  draft.args += piece.args ?? '';
}

/** Some servers leave the index out; then a piece with an id or a name of its own begins a call, any other continues the last. */
function findDraft(drafts: readonly Draft[], piece: ToolCallPiece): Draft | undefined {
  if (piece.index !== undefined) return drafts.find((draft) => draft.index === piece.index);
  const last = drafts.at(-1);
  const begins = (piece.id ?? '') !== '' ? piece.id !== last?.id : (piece.name ?? '') !== '';
  return begins ? undefined : last;
}

function parseArguments(draft: Draft): Record<string, unknown> {
  let parsed: unknown;
  try {
    // A tool without parameters is sometimes called with nothing at all.
    parsed = JSON.parse(draft.args.trim() === '' ? '{}' : draft.args);
  } catch {
    parsed = undefined;
  }
  if (draft.name === '' || typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new LlmError('malformed_output', { retryable: true });
  }
  return parsed as Record<string, unknown>;
}
