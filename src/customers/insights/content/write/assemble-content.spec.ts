import { assembleContent } from './assemble-content.js';
import { type Frame } from './choose-frame.js';

const FRAME: Frame = {
  salutation: 'Hello Ana,',
  addressee: 'Ana',
  addressedBy: 'name',
  note: null,
  signOff: 'Regards,\nYour team',
};

describe('assembleContent', () => {
  it('puts salutation and closing formula around an e-mail', () => {
    expect(assembleContent('email', 'We would like to help.', FRAME)).toEqual({
      content: 'Hello Ana,\n\nWe would like to help.\n\nRegards,\nYour team',
      sms: null,
    });
  });

  it('says first that no name is known', () => {
    const frame = {
      ...FRAME,
      salutation: 'Hello,',
      addressee: null,
      addressedBy: 'nothing' as const,
      note: 'No name.',
    };
    expect(assembleContent('email', 'Help?', frame).content).toMatch(/^Hello,\n\nNo name\.\n\nHelp\?/);
  });

  it('makes one line of an SMS and tells what it takes', () => {
    expect(assembleContent('sms', 'May we help?', FRAME)).toEqual({
      content: 'Hello Ana. May we help?',
      sms: { encoding: 'gsm-7', units: 23, segments: 1 },
    });
  });

  it('lets no SMS grow beyond three segments', () => {
    const body = Array.from(
      { length: 30 },
      (_, n) => `This is the ${n % 2 ? 'other' : 'first'} sentence of them.`,
    ).join(' ');
    const { content, sms } = assembleContent('sms', body, FRAME);
    expect(sms?.segments).toBe(3);
    expect(content).toMatch(/\.$/);
  });
});
