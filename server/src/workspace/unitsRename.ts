import type { Node } from 'yaml';
import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { TextEdit } from '../core/text/position';
import { addAliasEdit, listOf } from './unitsEdits';
import { insertAt, nameOf, open, pairOf, quoted, replace, type Source } from './yamlEdits';

/** What a rename changes in a register, comments and order kept. */
export interface RegisterRename {
  /** 名称, and 全称 and 别名 as far as they follow from it; 承接 of other units too. */
  readonly edits: readonly TextEdit[];
  /** Adds the old name to 别名; to be applied along with `edits` or not at all. */
  readonly alias: readonly TextEdit[];
}

/**
 * The edits that rename the unit `name` of a register. `respell` gives what another spelling of the unit becomes, or `null`
 * where it stays. `null` if there is no such unit, or the file cannot be edited.
 */
export function renameUnitEdits(
  text: string,
  name: string,
  renamed: string,
  respell: (spelling: string) => string | null,
): RegisterRename | null {
  const source = open(text);
  if (!source) return null;
  const list = listOf(source);
  const items: readonly unknown[] = isSeq(list) ? list.items : [];
  const item = items.find((one) => nameOf(one) === name);
  if (!isNode(item)) return null;
  const edits: TextEdit[] = [];
  if (isScalar(item)) edits.push(replace(source, item, quoted(renamed)));
  else if (isMap(item)) {
    const set = (node: unknown, value: string | null): void => {
      if (isScalar(node) && value !== null && node.value !== value) edits.push(replace(source, node, quoted(value)));
    };
    const own = (node: unknown): void => {
      if (!isScalar(node) || typeof node.value !== 'string') return;
      const spelling = respell(node.value);
      // Twice the same name would be a mistake in the register.
      if (spelling !== renamed) set(node, spelling);
    };
    set(pairOf(item, '名称')?.value, renamed);
    const full = pairOf(item, '全称')?.value;
    if (isScalar(full) && typeof full.value === 'string') set(full, respell(full.value));
    const aliases = pairOf(item, '别名')?.value;
    (isSeq(aliases) ? aliases.items : [aliases]).forEach(own);
  }
  for (const other of items) {
    const successor = isMap(other) ? pairOf(other, '承接')?.value : undefined;
    if (isScalar(successor) && successor.value === name) edits.push(replace(source, successor, quoted(renamed)));
  }
  return { edits, alias: aliasEdits(source, item, name) };
}

/** The old name as an alias, in edits that stand beside the one of the name and not over it. */
function aliasEdits(source: Source, item: Node, alias: string): readonly TextEdit[] {
  const { text, eol } = source;
  if (!isScalar(item)) {
    const edit = addAliasEdit(text, alias, alias);
    return edit ? [edit] : [];
  }
  const [start = 0, end = 0] = item.range ?? [];
  const rest = /^[^\r\n]*/.exec(text.slice(end))![0];
  const written = `别名: [${quoted(alias)}]`;
  // In one line where a remark or the rest of a list follows.
  if (rest.trim() !== '') return [insertAt(source, start, '{名称: '), insertAt(source, end, `, ${written}}`)];
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  return [insertAt(source, start, '名称: '), insertAt(source, end, `${eol}${indent}${written}`)];
}
