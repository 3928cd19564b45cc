import { measureSms } from '../../../../shared/measure-sms.js';
import { type CustomerContentFacts, type InteractionFact, SCRIPT_HEADINGS } from '../../../customer-content.facts.js';
import { pickVariant } from '../pick-variant.js';
import { chooseKnowledge } from './choose-knowledge.js';
import { CONTENT_PHRASES, type ContactWords, type ContentPhrases, type Wordings } from './content-phrases.js';

/** Topics beside the main one that a letter mentions. */
const MAX_FURTHER_TOPICS = 2;
const MAX_SCRIPT_ENTRIES = 5;

/**
 * What the offline model writes to a customer: only what the record and the passages say, and what may be said to anybody.
 * Pure: the same facts give the same text, other people's another wording.
 */
export function composeCustomerContent(facts: CustomerContentFacts): string {
  const draft = new Draft(facts);
  switch (facts.type) {
    case 'email':
      return draft.email();
    case 'sms':
      return draft.sms();
    case 'call_script':
      return draft.script();
  }
}

class Draft {
  private readonly phrases: ContentPhrases;
  private readonly main: InteractionFact | undefined;

  constructor(private readonly facts: CustomerContentFacts) {
    this.phrases = CONTENT_PHRASES[facts.language];
    this.main = facts.interactions[0];
  }

  email(): string {
    const { phrases, facts } = this;
    const paragraphs = [
      [...this.thanks(), ...this.contacts()],
      facts.isAdverseEvent ? phrases.adverse : [...this.knowledge(), ...this.followUp()],
      [...(facts.isMedical ? [phrases.medical] : []), this.say(phrases.offer.email)],
    ];
    const body = paragraphs.map((sentences) => sentences.join(' ')).filter((paragraph) => paragraph !== '');
    return [`Subject: ${this.say(phrases.subject(this.subject()))}`, ...body].join('\n\n');
  }

  /** The longest wording that fits one segment together with the salutation. */
  sms(): string {
    const { sms } = this.phrases;
    const wordings = this.main === undefined ? [] : sms.contact(this.words(this.main, (label) => `"${label}"`));
    const fitting = wordings.find((text) => measureSms(`${this.facts.salutation} ${text}`).segments === 1);
    return fitting ?? (this.main === undefined ? sms.open : (wordings.at(-1) ?? sms.open));
  }

  script(): string {
    const { script } = this.phrases;
    const [opening, record, questions, closing] = SCRIPT_HEADINGS[this.facts.language];
    const parts: [string, readonly string[]][] = [
      [opening, [this.say(script.greeting(this.facts.addressee))]],
      [record, this.scriptRecord()],
      [questions, this.facts.isAdverseEvent ? [script.adverse] : this.scriptQuestions()],
      [closing, [this.say(this.phrases.offer.call_script), this.say(script.goodbye)]],
    ];
    return parts.map(([heading, lines]) => [heading, ...lines.map((line) => `- ${line}`)].join('\n')).join('\n\n');
  }

  private scriptRecord(): string[] {
    const { script } = this.phrases;
    const { interactions, interactionCount } = this.facts;
    if (interactions.length === 0) return [script.none];
    const shown = interactions.slice(0, MAX_SCRIPT_ENTRIES).map((one) => {
      const { date, topic } = this.words(one, this.phrases.quote);
      return script.entry(date, one.channel, topic, one.sentiment === null ? null : script.sentiment[one.sentiment]);
    });
    return interactionCount > shown.length ? [...shown, script.count(interactionCount)] : shown;
  }

  private scriptQuestions(): string[] {
    const { script, speak } = this.phrases;
    const answers = chooseKnowledge(this.facts).map((sentence) => `${script.asked} ${sentence}`);
    return [
      ...(this.facts.isMedical ? [script.medical] : []),
      ...this.followUp().map(speak),
      ...(this.phrases.knowledge === null ? [] : answers),
      this.say(script.preference),
    ];
  }

  private thanks(): string[] {
    const { tone } = this.facts;
    if (tone === 'concise') return [];
    // To somebody who was never in touch there is nothing to thank for.
    if (this.main === undefined) return [this.say(this.phrases.hello)];
    return [this.say(this.phrases.thanks[this.facts.isAdverseEvent ? 'formal' : tone])];
  }

  private contacts(): string[] {
    const { main, facts, phrases } = this;
    if (main === undefined) return facts.tone === 'concise' ? [this.say(phrases.hello)] : [];
    const others = facts.interactions.flatMap(({ topic }) => (topic === null || topic === main.topic ? [] : [topic]));
    const further = [...new Set(others)].slice(0, MAX_FURTHER_TOPICS).map((topic) => phrases.quote(topic));
    const also = further.length > 0 && facts.tone !== 'concise' ? [phrases.also(phrases.join(further))] : [];
    return [phrases.contact(this.words(main, phrases.quote)), ...also];
  }

  private knowledge(): string[] {
    const { phrases, facts } = this;
    const sentences = phrases.knowledge === null ? [] : chooseKnowledge(facts);
    if (phrases.knowledge !== null && sentences.length > 0) return [this.say(phrases.knowledge), ...sentences];
    return facts.about === null ? [] : [phrases.unanswered(phrases.quote(facts.about))];
  }

  private followUp(): string[] {
    return this.main === undefined ? [] : [this.say(this.phrases.followUp[this.main.sentiment ?? 'neutral'])];
  }

  private subject(): string | null {
    const topic = this.facts.about ?? this.main?.topic ?? null;
    return topic === null ? null : this.phrases.quote(topic);
  }

  private words({ date, channel, topic }: InteractionFact, quote: (label: string) => string): ContactWords {
    const { phrases } = this;
    return {
      date: phrases.date(date),
      channel: phrases.channel(channel),
      topic: topic === null ? null : quote(topic),
    };
  }

  private say(wordings: Wordings): string {
    const { salutation, interactions } = this.facts;
    const [first] = interactions;
    return pickVariant(wordings, `${salutation}|${first?.date ?? ''}|${first?.topic ?? ''}|${wordings[0]}`);
  }
}
