/**
 * Gives the focus to something that normally takes none, such as a heading. The `tabindex` that
 * this needs goes away with the focus, so that nothing else can land there by a click.
 */
export function focusOnce(element: HTMLElement | null | undefined): void {
  if (!element) return;
  element.tabIndex = -1;
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  element.focus();
}
