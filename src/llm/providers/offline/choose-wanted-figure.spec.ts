import { chooseWantedFigure } from './choose-wanted-figure.js';

describe('chooseWantedFigure', () => {
  it('goes by the words of the question', () => {
    expect(chooseWantedFigure('What does it cost?', null)).toBe('money');
    expect(chooseWantedFigure('How often are backups taken?', null)).toBe('duration');
    expect(chooseWantedFigure('Is there a minimum of seats for Team?', 'pricing_inquiry')).toBe('amount');
    expect(chooseWantedFigure('Is it encrypted?', null)).toBeNull();
  });

  it('goes by the intent where the words say nothing', () => {
    expect(chooseWantedFigure('And Enterprise?', 'pricing_inquiry')).toBe('money');
    expect(chooseWantedFigure('By summer?', 'timing_inquiry')).toBe('duration');
    expect(chooseWantedFigure('What price can you do?', 'discount_request')).toBe('approval');
  });
});
