import type { LineCounter, YAMLError } from 'yaml';

import type { FileProblem } from '../core/rules/project';
import type { Message } from '../core/text/locale';
import type { Range } from '../core/text/position';

export const badAlias: Message = {
  zh: '星号引用了不存在的内容；文字以星号开头时要加引号。',
  en: 'The alias points nowhere; quote text that begins with an asterisk.',
};

/** The usual slips in YAML, said plainly; others are told by their place. */
const yamlMessages: Readonly<Record<string, Message>> = {
  TAB_AS_INDENT: { zh: '缩进不能用制表符，请改用空格。', en: 'Indent with spaces, not tabs.' },
  DUPLICATE_KEY: { zh: '同一组里有相同的键。', en: 'This key occurs twice in one mapping.' },
  BAD_INDENT: { zh: '缩进与上下文不齐。', en: 'The indentation does not match its surroundings.' },
  MISSING_CHAR: {
    zh: '此处缺少符号，如冒号、引号或右括号。',
    en: 'A character is missing here, such as a colon, a quote or a bracket.',
  },
  UNEXPECTED_TOKEN: { zh: '此处有多余的内容。', en: 'Something here does not belong.' },
  MULTILINE_IMPLICIT_KEY: {
    zh: '键要写在一行之内，后接冒号和空格。',
    en: 'A key stands on one line, followed by a colon and a space.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: '键要写在一行之内，后接冒号和空格。',
    en: 'A key stands on one line, followed by a colon and a space.',
  },
  MULTIPLE_DOCS: {
    zh: '一个文件只能有一份内容，去掉多余的“---”。',
    en: 'One file holds one document: remove the further “---”.',
  },
  BAD_ALIAS: badAlias,
};

const unreadable: Message = { zh: '这里不合 YAML 写法。', en: 'This is not well-formed YAML.' };

export function fromYaml(error: YAMLError, counter: LineCounter): FileProblem {
  return {
    range: rangeAt(error.pos[0], Math.max(error.pos[1], error.pos[0]), counter),
    message: yamlMessages[error.code] ?? unreadable,
    severity: 'error',
  };
}

/** The range between two offsets. */
export function rangeAt(start: number, end: number, counter: LineCounter): Range {
  return { start: positionAt(start, counter), end: positionAt(end, counter) };
}

function positionAt(offset: number, counter: LineCounter): Range['start'] {
  const { line, col } = counter.linePos(offset);
  // The counter starts at one; before any text it answers zero.
  return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
}

const deepest = 64;
const deepIndent = new RegExp(`^[ \\t]{${deepest * 8},}|(?:[-?][ \\t]+){${deepest},}`, 'm');

/**
 * Whether the text is nested deeper than any file of ours. Asked before parsing: the parser builds regular expressions from
 * the depth, and one too large ends the whole process.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '[' || char === '{') depth++;
    else if ((char === ']' || char === '}') && depth > 0) depth--;
    if (depth > deepest) return true;
  }
  return deepIndent.test(text);
}

/** Whether the text was read in a wrong encoding: more of it is replacement characters than is Chinese. */
export function isMisread(text: string): boolean {
  if (!text.includes('\uFFFD')) return false;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/\uFFFD/g) > count(/[\u4e00-\u9fff]/g);
}

/** What is said of such a file. */
export const notUtf8: Message = {
  zh: '这个文件不是 UTF-8 编码，不予读取。请在编辑器右下角“通过编码保存”为 UTF-8。',
  en: 'This file is not in UTF-8 and is not read. Save it with that encoding.',
};
