import { findMedicalClaim } from './find-medical-claim.js';

describe('findMedicalClaim', () => {
  it.each([
    'Take two tablets with water.',
    'The usual dose is 50 mg.',
    'Please take it twice daily.',
    'One tablet every 8 hours is enough.',
    'This medicine cures headaches.',
    'It is highly effective against migraine.',
    'Clinical studies show that it works.',
    'There are no side effects.',
    'You should stop taking the drug.',
    'We recommend a dose of five drops.',
    'The drug is safe for children.',
    'It can be combined with alcohol.',
    'The success rate is excellent.',
    'Our product relieves your pain.',
    'The therapy was shown to be well tolerated.',
    'Nehmen Sie zweimal täglich eine Tablette.',
    'Das Mittel ist sehr wirksam.',
    'Prenez deux comprimés par jour.',
    'Tome una cápsula al día.',
    'Ce médicament soulage la douleur.',
    'The leaflet says “take two tablets twice daily”.',
    'You asked about “a drug that cures all your headaches at once”.',
  ])('hears the claim in: %s', (sentence) => {
    expect(findMedicalClaim(sentence, true)).toBeDefined();
  });

  it.each([
    'We were in contact by phone on 11 February 2020 about “Dosage Recommendation”.',
    'Please ask a doctor or a pharmacist about anything that concerns your health.',
    'If you or somebody else is unwell, please speak to a doctor first.',
    'Is anything about it still open for you?',
    'A colleague will be glad to help.',
    'We have also been in contact about “Drug Efficacy” and “Side Effects Discussion”.',
    'Please give no medical advice; a doctor or a pharmacist can.',
  ])('hears none in: %s', (sentence) => {
    expect(findMedicalClaim(sentence, true)).toBeUndefined();
  });

  it('leaves ordinary products alone, and doses nowhere', () => {
    expect(findMedicalClaim('Routing is effective for large teams.', false)).toBeUndefined();
    expect(findMedicalClaim('It helps your team every day.', false)).toBeUndefined();
    expect(findMedicalClaim('Take 20 mg before lunch.', false)).toBe('20 mg');
    expect(findMedicalClaim('This drug is very effective.', false)).toBeDefined();
  });
});
