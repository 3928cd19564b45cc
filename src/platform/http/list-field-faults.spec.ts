import { listFieldFaults } from './list-field-faults.js';

describe('listFieldFaults', () => {
  it('says of a missing field only that it is missing', () => {
    const errors = [
      {
        property: 'name',
        value: undefined,
        constraints: { isString: 'name must be a string', isLength: 'name must be longer' },
      },
    ];
    expect(listFieldFaults(errors, '', 9)).toEqual([{ pointer: '/name', code: 'required', message: 'is required' }]);
  });

  it('gives nested faults their whole pointer and queries a question mark', () => {
    const errors = [
      {
        property: 'a/b',
        children: [
          { property: '3', children: [{ property: 'x', value: 1, constraints: { isString: 'x must be a string' } }] },
        ],
      },
    ];
    expect(listFieldFaults(errors, '', 9)).toEqual([
      { pointer: '/a~1b/3/x', code: 'is_string', message: 'must be a string' },
    ]);
    expect(
      listFieldFaults([{ property: 'q', value: 1, constraints: { whitelistValidation: 'x' } }], '?', 9)[0]?.pointer,
    ).toBe('?q');
  });

  it('says of a value of the wrong type only that, whatever it holds', () => {
    const children = [{ property: 'sender', value: undefined, constraints: { isString: 'sender must be a string' } }];
    const errors = [{ property: 'a', value: {}, constraints: { isArray: 'a must be an array' }, children }];
    expect(listFieldFaults(errors, '', 9).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(['/a is_array']);
  });

  it('stops at the limit, also in the middle of a field', () => {
    const constraints = { isA: 'must be a', isB: 'must be b' };
    const errors = Array.from({ length: 5 }, (_, index) => ({ property: String(index), value: 1, constraints }));
    expect(listFieldFaults(errors, '', 3).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/0 is_a',
      '/0 is_b',
      '/1 is_a',
    ]);
  });
});
