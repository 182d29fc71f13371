/**
 * What is measured in a page of the build. Each function is sent to the browser as it stands, so
 * it uses nothing from outside.
 */

/** Elements that are wider than the window or cut their text off, as `tag.class: text`. */
export function overflowing(): string[] {
  const say = (element: Element) =>
    `${element.tagName}.${element.className}#${element.id}: ${element.textContent?.slice(0, 40)}`;
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`page ${root.scrollWidth}`);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    // What is hidden from the eye or cut short on purpose: a preview, the announcer, an option.
    if (element.closest('.visually-hidden, .preview, .since, option, [hidden], svg')) continue;
    if (!element.checkVisibility()) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0) continue;
    if (box.right > root.clientWidth + 1 || box.left < -1) found.push(`out: ${say(element)}`);
    const { overflowX } = getComputedStyle(element);
    const isCut = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    if (isCut && !element.matches('select, input')) found.push(`cut: ${say(element)}`);
    const isTight = element.matches('button, h1, h2, h3, p, label, a, td, th, dd');
    if (isTight && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      found.push(`tight: ${say(element)}`);
  }
  return found;
}

/** Controls that are smaller than `least` CSS pixels in either direction. */
export function smallTargets(least: number): string[] {
  const controls =
    'button, a[href], input, select, textarea, summary, [role=option], [role=tab], [role=button]';
  return [...document.querySelectorAll<HTMLElement>(controls)]
    .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden'))
    .flatMap((element) => {
      const isMark = element.matches('[type=radio], [type=checkbox]');
      const target = (isMark && element.closest('label')) || element;
      const { width, height } = target.getBoundingClientRect();
      const fits = width >= least - 0.5 && height >= least - 0.5;
      const what = `${element.tagName}#${element.id} ${element.textContent?.slice(0, 30)}`;
      return fits ? [] : [`${what}: ${Math.round(width)} × ${Math.round(height)}`];
    });
}

/** Texts whose contrast with their ground is below `least`, with that contrast. */
export function faintTexts(least: number): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('There is no canvas.');
  const rgba = (color: string) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data] as [number, number, number, number];
  };
  const luminance = ([r, g, b]: readonly number[]) =>
    [0.2126 * lin(r), 0.7152 * lin(g), 0.0722 * lin(b)].reduce((sum, part) => sum + part);
  const lin = (channel = 0) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const groundOf = (element: Element | null): readonly number[] => {
    for (let at = element; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255];
  };
  const faint = new Set<string>();
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (!hasText || !element.checkVisibility() || element.closest('.visually-hidden')) continue;
    const text = luminance(rgba(getComputedStyle(element).color));
    const ground = luminance(groundOf(element));
    const ratio = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
    if (ratio < least) {
      const name = `${element.tagName}.${element.className} ${element.textContent?.slice(0, 20)}`;
      faint.add(`${name}: ${ratio.toFixed(1)}`);
    }
  }
  return [...faint];
}

/** Blocks of running text that are wider than 40 em: 80 Latin or 40 Chinese characters. */
export function longLines(): string[] {
  return [...document.querySelectorAll<HTMLElement>('p, li, dd, .text')]
    .filter((element) => element.checkVisibility())
    .filter((element) =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent?.trim().length ?? 0) > 40,
      ),
    )
    .filter((element) => {
      const style = getComputedStyle(element);
      const sides = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
      return (element.clientWidth - sides) / Number.parseFloat(style.fontSize) > 40.1;
    })
    .map((element) => `${element.tagName}: ${element.textContent?.slice(0, 40)}`);
}

/** How the focus is shown on what has it: width in pixels, style and colour of the outline. */
export function focusRing(): { what: string; width: number; style: string; isInView: boolean } {
  const element = document.activeElement as HTMLElement;
  const { outlineWidth, outlineStyle } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const isInView =
    box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {
    what: `${element.tagName}#${element.id} ${element.textContent?.slice(0, 20)}`,
    width: Number.parseFloat(outlineWidth),
    style: outlineStyle,
    isInView,
  };
}
