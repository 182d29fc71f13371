/**
 * The module that compiled templates import instead of `solid-js/web`.
 * Solid assigns each template's string to `innerHTML`, which `require-trusted-types-for 'script'`
 * forbids; those strings are written at build time, so this one named policy lets them pass.
 * See docs/adr/0002-trusted-types.md.
 *
 * `spread` (that is `{...props}` on an element) and `Dynamic` are left out on purpose: they bring
 * tables of attribute names, 2 kB of the first screen. The build fails where one is used.
 */
export {
  addEventListener,
  classList,
  className,
  createComponent,
  effect,
  insert,
  memo,
  render,
  setAttribute,
  setBoolAttribute,
  setProperty,
  setStyleProperty,
  style,
  use,
} from 'solid-js/web';

interface TrustedHtmlPolicy {
  createHTML(html: string): string;
}

const policy: TrustedHtmlPolicy = (
  globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: TrustedHtmlPolicy): TrustedHtmlPolicy };
  }
).trustedTypes?.createPolicy('harebell-template', { createHTML: (html) => html }) ?? {
  createHTML: (html) => html,
};

/**
 * Makes a function that clones the given static markup.
 * @param html a template's markup, written by the compiler; never anything that came from outside
 * @param isImportNode whether the clone must go through `importNode` (custom elements)
 */
export function template(html: string, isImportNode?: boolean): () => Element {
  let node: Node | undefined;
  const create = (): Node => {
    const holder = document.createElement('template');
    holder.innerHTML = policy.createHTML(html);
    const first = holder.content.firstChild;
    if (!first) throw new Error('Empty template.');
    return first;
  };
  return () => {
    node ??= create();
    return (isImportNode ? document.importNode(node, true) : node.cloneNode(true)) as Element;
  };
}
