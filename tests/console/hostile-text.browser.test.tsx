import fc from 'fast-check';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openDesk } from '../support/open-desk.tsx';

/** Pieces that would be markup, script, or direction, if anything took them for more than text. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<style>*{display:none}</style>',
    '{{name}}',
    '$1',
    '$&',
    '&lt;b&gt;',
    'javascript:alert(1)',
    '\u202e',
    '\u2066',
    '😀😀😀',
    '林悦你好',
    '\n\n',
    ']]>',
  ),
);

it('shows whatever a customer writes as text, letter by letter, and nothing else', async () => {
  const { connector } = await openDesk({ settings: { announcements: off } });
  connector.open('Lin');
  await userEvent.click(document.querySelector('#c-lin') as Element);
  let serial = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 8 }), async (pieces) => {
      serial += 1;
      const text = pieces.join('');
      connector.say('Lin', text, `hostile-${serial}`);
      await expect.poll(() => document.getElementById(`m-hostile-${serial}`)).not.toBeNull();
      const shown = document.querySelector(`#m-hostile-${serial} .text`);
      expect(shown?.textContent).toBe(text);
      // Only runs of another language are elements of their own (A57).
      expect([...(shown?.children ?? [])].every(({ tagName }) => tagName === 'SPAN')).toBe(true);
      expect(document.querySelector('main :is(img, script, style, iframe)')).toBeNull();
    }),
    { numRuns: 60 },
  );
});

const off = {
  'message-open': 'off',
  'message-other': 'off',
  offer: 'off',
  failure: 'off',
  connection: 'off',
  waiting: 'off',
  typing: 'off',
  presence: 'off',
} as const;
