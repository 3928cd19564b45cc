import { admitsIgnorance } from './admits-ignorance.js';

describe('admitsIgnorance', () => {
  it.each([
    'I found nothing about ISO 9001 in our documentation.',
    'About SAP our documentation says nothing that I could find; I would check that with a colleague.',
    'I do not have reliable information on that.',
    'I cannot confirm the HIPAA certification.',
  ])('hears it in "%s"', (sentence) => {
    expect(admitsIgnorance(sentence)).toBe(true);
  });

  it.each([
    'We are certified to ISO 9001.',
    'I cannot confirm the date, but we are certified to ISO 9001.',
    'There is nothing better than our ISO 9001 certificate.',
  ])('does not hear it in "%s"', (sentence) => {
    expect(admitsIgnorance(sentence)).toBe(false);
  });
});
