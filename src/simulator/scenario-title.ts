const longest = 100;

/**
 * What a scenario calls itself, also while much of it is still wrong: its title in a language, else
 * its first title, else its id, else nothing.
 * @param language a primary subtag
 */
export function scenarioTitle(text: string, language: string): string {
  const heads = text
    .slice(0, 20_000)
    .matchAll(/^[ \t\ufeff]{0,40}(title|标题|scenario|场景)(?: (\S{1,12}))? ?[:：](.{1,500})$/gim);
  const found = [...heads].flatMap(([, word = '', tag = '', rest = '']) => {
    const name = rest.trim().slice(0, longest);
    return name ? [{ isTitle: /title|标题/i.test(word), tag, name }] : [];
  });
  const titles = found.filter(({ isTitle }) => isTitle);
  const tags: Readonly<Record<string, string>> = { 中文: 'zh', 英文: 'en' };
  const own = titles.find(({ tag }) => (tags[tag] ?? tag.toLowerCase()) === language);
  return (own ?? titles[0] ?? found[0])?.name ?? '';
}
