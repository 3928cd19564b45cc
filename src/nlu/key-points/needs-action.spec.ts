import { classifyIntents } from '../intents/classify-intents.js';
import { needsAction } from './needs-action.js';

const asks = (text: string): boolean => needsAction(text, classifyIntents(text));

describe('needsAction', () => {
  it.each([
    'What does it cost?',
    'Please send me the contract.',
    'The export is broken again.',
    'That is too expensive for us.',
    'Stop emailing me.',
    'Let me know how that looks',
  ])('says that somebody has to act on "%s"', (text) => {
    expect(asks(text)).toBe(true);
  });

  it.each(['Hello', 'Thank you so much!', 'No thanks, we are not interested.', 'ok', '', '😀'])(
    'says that nobody has to act on "%s"',
    (text) => {
      expect(asks(text)).toBe(false);
    },
  );
});
