import { toProspectFact } from './to-prospect-fact.js';

describe('toProspectFact', () => {
  it('lets nothing through but name, company, occupation and stage', () => {
    const customer = {
      name: 'Ann',
      company: 'Acme',
      occupation: 'Buyer',
      stage: 'Trial',
      email: 'ann@example.com',
      internal: { lead_score: '9' },
      attributes: { region: 'North' },
    };
    expect(toProspectFact(customer)).toEqual({ name: 'Ann', company: 'Acme', occupation: 'Buyer', stage: 'Trial' });
  });
});
