import axe from 'axe-core';
import { expect } from 'vitest';

/**
 * Holds a part of the page against all of axe's rules for WCAG 2.2 A and AA, its best practices,
 * and names that begin with what is seen (A48).
 */
export async function checkAxe(root: Element | Document = document): Promise<void> {
  const { violations } = await axe.run(root, {
    rules: { 'label-content-name-mismatch': { enabled: true } },
  });
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
  expect(faults).toEqual([]);
}
