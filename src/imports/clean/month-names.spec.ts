import { monthOfName } from './month-names.js';

describe('monthOfName', () => {
  it.each(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'])('knows the months of %s', (locale) => {
    for (let month = 1; month <= 12; month += 1) {
      const name = new Date(Date.UTC(2020, month - 1, 15)).toLocaleString(locale, { month: 'long', timeZone: 'UTC' });
      expect([name, monthOfName(name)]).toEqual([name, month]);
    }
  });

  it('knows three letters, in any case, and other words not', () => {
    expect(['SEP', 'sept', 'Dec', 'okt', 'aoû'].map(monthOfName)).toEqual([9, 9, 12, 10, 8]);
    expect(['foo', 'ja', '', 'x'].map(monthOfName)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
