import { contentMaterial } from '../support/content-material.js';
import { CONTENT_LANGUAGES, type ContentLanguage } from '../../src/llm/index.js';
import { CONTENT_PHRASES } from '../../src/llm/providers/offline/content/content-phrases.js';
import { settleContent } from '../../src/customers/insights/content/draft/settle-content.js';

const CONTACT = { at: '2001-01-01T00:00:00Z', channel: 'Email', topic: 'pricing_inquiry', sentiment: 'Positive' };

function listWordings(language: ContentLanguage): string[] {
  const phrases = CONTENT_PHRASES[language];
  const { thanks, followUp, offer, sms, script } = phrases;
  const topic = phrases.quote('pricing inquiry');
  const words = { date: phrases.date('2001-01-01'), channel: phrases.channel('Email') };
  const spoken = Object.values(followUp)
    .flat()
    .map((sentence) => phrases.speak(sentence));
  return [
    ...[...thanks.formal, ...thanks.friendly, ...phrases.hello, ...Object.values(followUp).flat(), ...spoken],
    ...[phrases.medical, ...phrases.adverse, ...Object.values(offer).flat(), ...(phrases.knowledge ?? [])],
    ...[...phrases.subject(null), ...phrases.subject(topic), phrases.also(topic), phrases.unanswered(topic)],
    ...[phrases.contact({ ...words, topic: null }), phrases.contact({ ...words, topic })],
    ...[sms.open, ...sms.contact({ ...words, topic }), ...sms.contact({ ...words, topic: null })],
    ...[script.adverse, script.medical, ...script.preference, ...script.goodbye, script.count(1)],
    ...[...script.greeting(null), ...script.greeting('Ingrid')],
    script.entry(words.date, 'Email', topic, script.sentiment.positive),
  ];
}

describe.each(CONTENT_LANGUAGES)('the offline model’s wording in %s', (language) => {
  const { evidence } = contentMaterial({
    name: 'Ingrid Solheim',
    type: 'call_script',
    language,
    interactions: [CONTACT],
  });

  it.each(listWordings(language))('passes the check it is held against: %s', (wording) => {
    expect(settleContent(wording, evidence)).toMatchObject({ body: wording, dropped: [] });
  });

  it('states no figure of its own', () => {
    expect(
      listWordings(language).filter((wording) => /\d/.test(wording.replace(/[\d/.]*2001|1 January 2001|\b1\b/g, ''))),
    ).toEqual([]);
  });

  it('says honestly that nobody was in touch', () => {
    const nobody = contentMaterial({ type: 'call_script', language });
    expect(settleContent(CONTENT_PHRASES[language].script.none, nobody.evidence).dropped).toEqual([]);
  });
});
