import { RULES } from '../core/rules/index';
import type { Terminal } from './terms';

/** Prints every rule with its default severity. */
export function rules(format: 'text' | 'json' | 'md', terminal: Terminal): number {
  const { locale } = terminal;
  if (format === 'json') {
    const list = RULES.map(({ id, title, severity, strength, fixable, kinds }) => ({
      id,
      title: title[locale],
      titles: title,
      severity,
      strength,
      fixable,
      kinds,
      doc: `docs/rules/${id}.md`,
    }));
    terminal.write(`${JSON.stringify({ rules: list })}\n`);
  } else if (format === 'md') {
    const head = locale === 'zh' ? ['规则', '名称', '严重度', '依据'] : ['Rule', 'Title', 'Severity', 'Source'];
    const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
    terminal.write(row(head) + row(head.map(() => '---')));
    for (const { id, title, severity, strength } of RULES) {
      terminal.write(row([`[${id}](docs/rules/${id}.md)`, title[locale], severity, strength]));
    }
  } else {
    for (const { id, title, severity, strength } of RULES)
      terminal.write(`${id}\t${severity}\t${strength}\t${title[locale]}\n`);
  }
  return 0;
}
