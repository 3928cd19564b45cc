import { assignFolds } from './assign-folds.js';

const items = Array.from({ length: 40 }, (_, at) => ({ text: `text ${at}`, group: at % 4 === 0 ? 'rare' : 'common' }));

describe('assignFolds', () => {
  it('deals every group out evenly', () => {
    const folds = assignFolds(items, 5);
    for (let fold = 0; fold < 5; fold += 1) {
      const groups = items.filter((_, at) => folds[at] === fold).map(({ group }) => group);
      expect(groups.filter((group) => group === 'rare')).toHaveLength(2);
      expect(groups).toHaveLength(8);
    }
  });

  it('depends on the texts and not on their order', () => {
    const forwards = assignFolds(items, 5);
    const backwards = assignFolds([...items].reverse(), 5).reverse();
    expect(backwards).toEqual(forwards);
  });
});
