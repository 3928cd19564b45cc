import { type ContentType } from '../../../../llm/index.js';
import { SentenceStream } from '../../../../rag/index.js';
import { measureSms, type SmsSize } from '../../../../shared/measure-sms.js';
import { type Frame } from './choose-frame.js';

export interface AssembledContent {
  content: string;
  /** Only of an SMS. */
  sms: SmsSize | null;
}

/** A longer message is a letter. */
const MAX_SMS_SEGMENTS = 3;

/** Puts the frame around the checked body. */
export function assembleContent(type: ContentType, body: string, frame: Frame): AssembledContent {
  switch (type) {
    case 'email': {
      const opened = frame.note === null ? body : `${frame.note}\n\n${body}`;
      return { content: [frame.salutation, opened, frame.signOff].join('\n\n'), sms: null };
    }
    case 'sms':
      return fitSms(toSmsSalutation(frame.salutation), body);
    case 'call_script':
      return { content: body, sms: null };
  }
}

/** A sentence follows on the same line, so a comma would be wrong. */
export function toSmsSalutation(salutation: string): string {
  return salutation.replace(/,$/, '.');
}

/** Sentences at the end go until the rest fits; the first one always stays. */
function fitSms(salutation: string, body: string): AssembledContent {
  const stream = new SentenceStream();
  const sentences = [...stream.push(body), ...stream.flush()];
  for (let kept = sentences.length; ; kept -= 1) {
    const content = `${salutation} ${sentences.slice(0, kept).join('').trim()}`;
    const sms = measureSms(content);
    if (sms.segments <= MAX_SMS_SEGMENTS || kept <= 1) return { content, sms };
  }
}
