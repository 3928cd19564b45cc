import { salesFacts } from '../../../../test/support/sales-facts.js';
import { writeSalutation } from './write-salutation.js';

const prospect = { name: 'Dr. Amara Okafor', company: null, occupation: null, stage: null };

describe('writeSalutation', () => {
  it('greets the same person the same way, whatever they write', () => {
    const greetings = ['Hello', 'What does it cost?', 'And from when?'].map((message) =>
      writeSalutation(salesFacts(message, { prospect })),
    );
    expect(greetings[0]).toMatch(/^(?:Hi|Hello|Dear) Amara,$/);
    expect(new Set(greetings).size).toBe(1);
  });

  it('greets nobody twice, but does greet where only they have written so far', () => {
    const asked = { sender: 'prospect' as const, content: 'What does it cost?' };
    const answered = { sender: 'agent' as const, content: 'It depends on the quantity.' };
    expect(writeSalutation(salesFacts('And now?', { prospect, history: [asked] }))).toContain('Amara');
    expect(writeSalutation(salesFacts('And now?', { prospect, history: [asked, answered] }))).toBe('');
  });

  it('is empty without a name', () => {
    expect(writeSalutation(salesFacts('Hello', { prospect: null }))).toBe('');
    expect(writeSalutation(salesFacts('Hello', { prospect: { ...prospect, name: '42' } }))).toBe('');
  });
});
