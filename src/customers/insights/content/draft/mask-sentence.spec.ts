import { type InteractionFact } from '../../../../llm/index.js';
import { maskSentence, SAMPLE } from './mask-sentence.js';

const CALL: InteractionFact = { date: '2019-10-04', channel: 'Call', topic: 'Delivery Times', sentiment: 'negative' };
const BOAT: InteractionFact = { date: '2018-01-05', channel: 'Boat', topic: 'Drug Efficacy', sentiment: null };
const mask = (sentence: string, addressee: string | null = null) =>
  maskSentence(sentence, { addressee, interactions: [CALL, BOAT] });

describe('maskSentence', () => {
  it('makes one template of what is told of one interaction', () => {
    expect(mask('We were in contact by phone on 4 October 2019 about “Delivery Times”.')).toEqual({
      template: `We were in contact by phone on 11 February 2020 about “${SAMPLE.topic}”.`,
      interaction: 0,
      dates: ['4 October 2019'],
    });
    expect(mask('05.01.2018: Boat, „Drug Efficacy“.')?.template).toBe(
      `11.02.2020: ${SAMPLE.channel}, „${SAMPLE.topic}“.`,
    );
  });

  it('leaves the topic of another interaction where it stands, so that mixing them up is no template', () => {
    expect(mask('We were in contact on 4 October 2019 about “Drug Efficacy”.')?.template).toContain('Drug Efficacy');
  });

  it('lets any topic on record be named without a date', () => {
    expect(mask('About “Delivery Times” and “Drug Efficacy”')?.template).toBe(
      `About “${SAMPLE.topic}” and “${SAMPLE.otherTopic}”`,
    );
  });

  it('takes a name for one only where somebody is addressed', () => {
    expect(mask('“Hello Will, do you have a minute?”', 'Will')?.template).toBe(
      `“Hello ${SAMPLE.addressee}, do you have a minute?”`,
    );
    expect(mask('Will you tell us?', 'Will')).toBeUndefined();
  });

  it('takes a topic for one only in quotation marks', () => {
    expect(mask('Delivery Times are short.')).toBeUndefined();
  });

  it('leaves alone what tells of no record', () => {
    expect(mask('Thank you for your time.')).toBeUndefined();
    expect(mask('On 5 October 2019 it rained.')).toBeUndefined();
  });
});
