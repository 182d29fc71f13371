// `npx tsx scripts/keymap.ts`: writes docs/keymap.md from the command table.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import en from '../locales/en.json';
import { commandIds, defaultBindings } from '../src/a11y/command-table.ts';
import { commandInfo } from '../src/a11y/commands.ts';
import { describeBinding } from '../src/a11y/describe-binding.ts';
import { createTranslator } from '../src/i18n/create-translator.ts';

/** Gives the content of docs/keymap.md. */
export function renderKeymap(): string {
  const t = createTranslator('en', en);
  const infos = commandIds.map(commandInfo);
  const groups = [...new Set(infos.map((info) => info.group))];
  const section = (group: (typeof groups)[number]): string => {
    const rows = infos
      .filter((info) => info.group === group)
      .map(({ id, label, values, slash }) => {
        const keys = defaultBindings(id).map((binding) => describeBinding(binding, t));
        return `| ${t(label, values)} | ${keys.join(' or ')} | ${slash ? `/${slash}` : ''} |`;
      });
    const head = `| Command | Keys | Typed |\n| --- | --- | --- |`;
    return `## ${t(`commands.groups.${group}`)}\n\n${head}\n${rows.join('\n')}\n`;
  };
  return [
    '# Keys\n',
    'Made by `npx tsx scripts/keymap.ts` from `src/a11y/command-table.ts`; do not edit. These are',
    'the defaults: every one can be changed or switched off in the settings. "Alt+J, N" means to',
    'press Alt+J, let go, and press N; there is no hurry, and Escape calls it off.\n',
    ...groups.map(section),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../docs/keymap.md', import.meta.url), renderKeymap());
}
