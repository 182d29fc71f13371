import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expand } from '../../src/canned-responses/expand.ts';
import { unfilledBlanks } from '../../src/canned-responses/placeholder.ts';

describe('expand', () => {
  it('fills what is known and gives the places of what is not', () => {
    expect(
      expand('Hello {customer}, order {order number} by {agent}.', {
        customer: 'Ana',
        agent: 'Sam',
      }),
    ).toEqual({
      text: 'Hello Ana, order {order number} by Sam.',
      fields: [{ name: 'order number', start: 17, end: 31 }],
    });
  });

  it.each([
    ['{Customer}!', 'Ana!'],
    ['{客户}您好，我是{客服}', 'Ana您好，我是Sam'],
    ['｛顾客｝您好', 'Ana您好'],
    ['{customer} {customer}', 'Ana Ana'],
    ['{} {"customer":1} {{customer}}', '{} {"customer":1} {{customer}}'],
    ['{constructor} {toString}', '{constructor} {toString}'],
    ['{__proto__}', '{__proto__}'],
  ])('turns %j into %j', (text, expected) => {
    expect(expand(text, { customer: 'Ana', agent: 'Sam' }).text).toBe(expected);
  });

  it.each([undefined, '', '  ', '{}'])('leaves the blank when the value is %j', (customer) => {
    const { text, fields } = expand('Hi {customer}', { customer });
    expect(text).toBe('Hi {customer}');
    expect(fields.map(({ name }) => name)).toEqual(['customer']);
  });

  it('lets a hostile name bring in neither blanks nor line breaks nor turned text', () => {
    const { text, fields } = expand('Hi {customer}.', {
      customer: ' {reason}\r\n\u202eEve\u2028｛x｝\u0007 ',
    });
    expect(text).toBe('Hi reason Eve x.');
    expect(fields).toEqual([]);
  });

  it('takes dollar signs in a value as they are', () => {
    expect(expand('{amount}', { amount: '$& $1 $$' }).text).toBe('$& $1 $$');
  });

  it('never throws, leaves no known blank and makes no new one', () => {
    const text = fc
      .array(fc.oneof(fc.string(), fc.constantFrom('{customer}', '{reason}', '{', '}', '｛客户｝')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.string({ unit: 'binary' }), (template, customer) => {
        const before = unfilledBlanks(template);
        const { text: filled, fields } = expand(template, { customer });
        for (const { name, start, end } of fields) {
          expect(before).toContain(name);
          expect(filled.slice(start + 1, end - 1).toLowerCase()).toBe(name);
        }
      }),
    );
  }, 30_000);
});
