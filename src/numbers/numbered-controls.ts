import { tabStops } from '../ui/dialog.tsx';

/** A control and the number that stands for it. */
export interface NumberedControl {
  readonly number: number;
  readonly element: HTMLElement;
  /** Where it is in the window, in CSS pixels. */
  readonly left: number;
  readonly top: number;
}

const isInWindow = ({ left, top, right, bottom }: DOMRect) =>
  right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && right > left && bottom > top;

/** What arrows reach inside a list, tabs or radio buttons is reached by a number as well. */
const withinComposites =
  '[role=option],[role=tab],[role=radio],input[type=radio],[role=menuitem],[role=article][tabindex],summary';

/**
 * The controls that are in the window now, in the order of the page (A49).
 * @param within only those inside of it: the dialog that lies over everything else, or the page
 * @param given the numbers that controls have already and keep; those of new ones are added to it
 */
export function numberControls(
  within: HTMLElement,
  given: Map<HTMLElement, number>,
): readonly NumberedControl[] {
  const inside = [...within.querySelectorAll<HTMLElement>(withinComposites)].filter((element) =>
    element.checkVisibility?.({ visibilityProperty: true }),
  );
  const found = [...new Set([...tabStops(within), ...inside])]
    // A field of the list would be numbered twice: once as itself, once as its first row.
    .filter((element) => element.getAttribute('role') !== 'listbox')
    .filter((element) => !element.closest('.numbers'))
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  return found
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => isInWindow(box))
    .map(({ element, box }) => {
      const number = given.get(element) ?? given.size + 1;
      given.set(element, number);
      return { number, element, left: Math.max(0, box.left), top: Math.max(0, box.top) };
    });
}

const takesText =
  'textarea,select,input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=file],[type=color])';

/** Does what a click would do; a field for text takes the focus instead. */
export function activate(element: HTMLElement): void {
  element.focus();
  if (!element.matches(takesText)) element.click();
}
