import { CONTENT_LANGUAGES, CONTENT_TONES } from '../../../../llm/index.js';
import { chooseFrame } from './choose-frame.js';

const frame = (name: string | null, occupation: string | null, tone: (typeof CONTENT_TONES)[number] = 'friendly') =>
  chooseFrame({ name, occupation }, { type: 'email', tone, language: 'en' });

describe('chooseFrame', () => {
  it.each([
    ['Ingrid Solheim', null, 'friendly', 'Hello Ingrid,'],
    ['Ingrid Solheim', 'Jedi', 'formal', 'Dear Ingrid Solheim,'],
    ['Solheim, Ingrid', null, 'formal', 'Dear Ingrid Solheim,'],
    [null, 'Milkman', 'friendly', 'Dear Milkman,'],
    [null, 'pineapple', 'concise', 'Dear Pineapple,'],
    [null, 'Santa Claus', 'formal', 'Dear Santa Claus,'],
    ['undefined', 'null', 'friendly', 'Hello,'],
    ['N/A', 'Lawyer', 'friendly', 'Dear Lawyer,'],
    ['12345', '=1+1', 'friendly', 'Hello,'],
    ['', '', 'formal', 'Hello,'],
  ] as const)('addresses %j, %j in a %s tone with %j', (name, occupation, tone, salutation) => {
    expect(frame(name, occupation, tone).salutation).toBe(salutation);
  });

  it('says so where it knows neither name nor occupation, and only there', () => {
    expect(frame(null, null)).toMatchObject({
      addressedBy: 'nothing',
      addressee: null,
      note: expect.stringContaining('name') as string,
    });
    expect(frame(null, 'Milkman')).toMatchObject({ addressedBy: 'occupation', note: null });
    expect(frame('Ana', null)).toMatchObject({ addressedBy: 'name', note: null });
  });

  it('has a whole set of words in every language and tone', () => {
    for (const language of CONTENT_LANGUAGES) {
      for (const tone of CONTENT_TONES) {
        for (const person of [
          { name: 'Ana Ruiz', occupation: null },
          { name: null, occupation: 'Baker' },
          { name: null, occupation: null },
        ]) {
          const { salutation, signOff } = chooseFrame(person, { type: 'email', tone, language });
          expect(salutation).toMatch(/[,:!]$/);
          expect(`${salutation} ${signOff}`).not.toMatch(/\{|undefined|null|\d/);
        }
      }
    }
  });
});
