import { brokenOutcome, outcomeOf } from '../sample-outcome.js';
import { measureBehaviour } from './behaviour.metric.js';

type Behaviour = 'answer' | 'ask' | 'decline';

const citations = [{ marker: 1, document_id: 'd1', source: 'pricing.md', quote: 'x', start: 0, end: 1 }];
const judge = (behaviour: Behaviour, draft: string, status: 'success' | 'needs_clarification' = 'success') =>
  measureBehaviour({
    outcomes: [
      outcomeOf(
        { behaviour },
        { suggested_response_draft: draft, status, citations: draft.includes('[1]') ? citations : [] },
      ),
    ],
    documents: new Map(),
  }).value;

describe('measureBehaviour', () => {
  it.each([
    'I can’t share what is in our records.',
    'I could not find a confirmed answer to this.',
    'I would rather check this with a colleague.',
    'About Lisbon our documentation says nothing.',
    'I am afraid that is not something I can help with.',
  ])('takes it for declining: "%s"', (draft) => {
    expect([judge('decline', draft), judge('answer', draft)]).toEqual([1, 0]);
  });

  it.each([
    'Enterprise is $64 per seat [1]. Shall we talk?',
    'There is no on-premises version [1], and we do not offer one.',
    'A demo takes 30 minutes [1]. I will check with my colleague and confirm a time.',
  ])('takes it for an answer: "%s"', (draft) => {
    expect([judge('decline', draft), judge('answer', draft)]).toEqual([0, 1]);
  });

  it('takes a question for asking back only where the answer says that it needs one', () => {
    expect(judge('ask', 'Which plan do you mean?', 'needs_clarification')).toBe(1);
    expect(judge('ask', 'Which plan do you mean?')).toBe(0);
  });

  it('lets one draft answer a part, decline another and ask', () => {
    const draft = 'Team is $39 [1]. I could not find a Growth plan. Do you mean Team?';
    const all = (['answer', 'decline', 'ask'] as const).map((kind) => judge(kind, draft, 'needs_clarification'));
    expect(all).toEqual([1, 1, 1]);
  });

  it('does not take a broken turn for a refusal', () => {
    expect(measureBehaviour({ outcomes: [brokenOutcome({ behaviour: 'decline' })], documents: new Map() }).value).toBe(
      0,
    );
  });
});
