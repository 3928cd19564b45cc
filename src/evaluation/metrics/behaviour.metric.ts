import { type Behaviour } from '../dataset/expectation.js';
import { type Answer, type EvaluationRun } from '../outcome.js';
import { checkExpected, scoreShare, type Score } from '../score.js';

/** Share of turns that answered, asked back or declined as expected. */
export function measureBehaviour({ outcomes }: EvaluationRun): Score {
  const checks = checkExpected(
    outcomes,
    ({ behaviour }) => behaviour,
    (expected, answer) => {
      const got = listBehaviours(answer);
      return got.includes(expected) ? null : `expected to ${expected}, did ${got.join(' and ') || 'none of it'}`;
    },
  );
  return scoreShare(checks, 'no case expects a behaviour');
}

/** Not knowing or not telling is said in the first person or of the documents; "we do not offer that" is an answer. */
const DECLINES = new RegExp(
  [
    String.raw`\bI (?:can'?t|cannot|can not|could not|couldn't|may not|am unable|am not able|have no)\b`,
    String.raw`\bI (?:do not|don't) (?:know|have|find|see|share|give|pass)\b`,
    String.raw`\bI (?:found|find|have found) (?:nothing|no)\b`,
    String.raw`\bI(?: would|'d)(?: rather| have to)? (?:not (?:guess|share|say|answer)|check)\b`,
    String.raw`\b(?:not|nothing) (?:something |information |a topic |a question )?(?:that )?I (?:can|could|am able|may)\b`,
    String.raw`\bwe (?:can'?t|cannot|can not|do not|don't) (?:share|disclose|discuss|pass on|give out|confirm)\b`,
    String.raw`\b(?:documents?|documentation|material|knowledge base) (?:\p{L}+ ){0,3}(?:nothing|not|doesn't|don't)\b`,
  ].join('|'),
  'iu',
);

/** What one draft does, which may be several things: answer one half of a message from the documents and decline the other. */
function listBehaviours({ status, citations, suggested_response_draft: draft }: Answer): Behaviour[] {
  return [
    ...(citations.length > 0 ? (['answer'] as const) : []),
    ...(status === 'needs_clarification' && draft.includes('?') ? (['ask'] as const) : []),
    ...(DECLINES.test(draft.replaceAll('’', "'")) ? (['decline'] as const) : []),
  ];
}
