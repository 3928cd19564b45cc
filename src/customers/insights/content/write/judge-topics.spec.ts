import { isAdverseEventTopic, isMedicalTopic } from './judge-topics.js';

describe('the judgement of topics', () => {
  it.each([
    'Adverse Event Report',
    'adverse_event',
    'ADVERSE REACTION',
    'Side Effects Discussion',
    'Nebenwirkung gemeldet',
  ])('takes %j for an adverse event', (topic) => {
    expect([isAdverseEventTopic(topic), isMedicalTopic(topic)]).toEqual([true, true]);
  });

  it.each([
    'Drug Efficacy',
    'Dosage Recommendation',
    'Clinical Trial Inquiry',
    'Prescription Guidelines',
    'Drug Interaction Concerns',
  ])('takes %j for medical, and for no adverse event', (topic) => {
    expect([isAdverseEventTopic(topic), isMedicalTopic(topic)]).toEqual([false, true]);
  });

  it.each(['pricing_inquiry', 'Trial Request', 'Delivery Times', 'Event Invitation', null])(
    'takes %j for neither',
    (topic) => {
      expect([isAdverseEventTopic(topic), isMedicalTopic(topic)]).toEqual([false, false]);
    },
  );
});
