import { readNames } from './read-names.js';

const names = (content: string, title = 'A page'): string[] =>
  readNames([{ title, content }]).map(({ type, value }) => `${type} ${value}`);

describe('readNames', () => {
  it('takes the plans from the first column of a table', () => {
    expect(
      names(
        '| Plan | Price |\n|---|---|\n| **Solo** | $5 |\n| Studio Max | $9 |\n\n| Day | Open |\n|---|---|\n| Monday | yes |',
      ),
    ).toEqual(['plan Solo', 'plan Studio Max']);
  });

  it('takes plans from prose, and not whose plans they are', () => {
    expect(
      names('The Solo plan is small. Solo, Studio and Max plans have chat. Lanternbay plans are billed yearly.'),
    ).toEqual(['plan Solo', 'plan Studio', 'plan Max']);
    expect(names('Can plans be changed? Each plan has chat. Which plan fits?')).toEqual([]);
  });

  it('takes integrations from lists and sentences, and none that is denied', () => {
    expect(
      names('## Integrations\n\n- HubSpot: contacts\n- **Slack** (messages)\n\n## Other\n\n- Monday: closed'),
    ).toEqual(['integration HubSpot', 'integration Slack']);
    expect(
      names('There are connectors for Xero, Gmail and Microsoft 365. It does not integrate with WhatsApp.'),
    ).toEqual(['integration Xero', 'integration Gmail', 'integration Microsoft 365']);
  });

  it('takes competitors from pages that compare', () => {
    expect(names('Costs are lower.', 'Lanternbay compared with Callumet')).toEqual(['competitor Callumet']);
    expect(names('Compared with Monday, Tuesday is quiet.', 'Opening hours')).toEqual([]);
  });

  it('is linear in odd and long texts', () => {
    expect(names('A '.repeat(100_000))).toEqual([]);
    expect(names(`| Plan |\n|---|\n${'| Ab |\n'.repeat(20_000)}`)).toEqual(['plan Ab']);
  });
});
