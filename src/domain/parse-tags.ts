/** Tags as typed: commas of either width or `、` between them; empty and repeated ones dropped. */
export const parseTags = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,，、]/u)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];
