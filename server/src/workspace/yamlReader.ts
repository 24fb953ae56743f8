import type { Document, Node } from 'yaml';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod/mini';

import type { FileProblem } from '../core/rules/project';
import type { Message } from '../core/text/locale';
import type { Range } from '../core/text/position';
import { badAlias, fromYaml, rangeAt } from './yamlProblems';

export type Path = readonly (string | number)[];

const mostProblems = 200;
const aliasLimit = 100;
const tooManyAliases: Message = {
  zh: '引用（& 和 *）过多，不予展开。',
  en: 'Too many aliases (& and *); they are not expanded.',
};

/** One reading of one YAML file: the document, its values by path, and what was found wrong with them. */
export abstract class YamlReader {
  private readonly counter = new LineCounter();
  protected readonly document: Document.Parsed;
  private readonly problems: FileProblem[] = [];

  /** `messages`: what the schemas' errors mean; `otherwise` where a schema has none of its own. */
  constructor(
    text: string,
    private readonly messages: Readonly<Record<string, Message>>,
    private readonly otherwise: Message,
  ) {
    this.document = parseDocument(text, { lineCounter: this.counter, prettyErrors: false, stringKeys: false });
    const places = new Set<number>();
    for (const error of this.document.errors) {
      // One slip makes the parser stumble several times at one place.
      if (!places.has(error.pos[0])) this.problems.push(fromYaml(error, this.counter));
      places.add(error.pos[0]);
    }
  }

  /** What was found wrong so far. */
  protected found(): readonly FileProblem[] {
    return this.problems.slice(0, mostProblems);
  }

  protected readValue<T>(path: Path, schema: z.ZodMiniType<T>): T | null {
    const value = this.valueAt(path);
    return value === undefined || value === null ? null : this.checked(path, value, schema);
  }

  /** The value as its schema has it; `null`, and problems, if it is wrong. */
  protected checked<T>(path: Path, value: unknown, schema: z.ZodMiniType<T>): T | null {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const inner = issue.path.filter((step) => typeof step !== 'symbol');
      const message: Message | undefined = this.messages[issue.message];
      this.report([...path, ...inner], message ?? this.otherwise);
    }
    return null;
  }

  protected checkKeys(path: Path, known: readonly string[], severity: FileProblem['severity'] = 'warning'): void {
    const node = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    if (!isMap(node)) return;
    for (const { key } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (known.includes(name) || name === '<<' || !isNode(key)) continue;
      this.reportNode(key, unknownKey(name, known), severity);
    }
  }

  /** The plain value at `path`; `null` where there is none, `undefined`, with a problem, where aliases multiply. */
  valueAt(path: Path): unknown {
    const node = this.document.getIn(path, true);
    if (!isNode(node)) return node === undefined ? null : node;
    try {
      return node.toJS(this.document, { maxAliasCount: aliasLimit });
    } catch (error) {
      const excessive = error instanceof Error && error.message.startsWith('Excessive');
      this.report(path, excessive ? tooManyAliases : badAlias);
      return undefined;
    }
  }

  protected reportNode(node: Node, message: Message, severity: FileProblem['severity']): void {
    this.problems.push({ range: this.nodeRange(node), message, severity });
  }

  protected report(path: Path, message: Message, severity: FileProblem['severity'] = 'error'): void {
    this.problems.push({ range: this.rangeOf(path), message, severity });
  }

  /** The range of the value at `path`, or of the nearest one around it that exists. */
  protected rangeOf(path: Path): Range {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? this.document.contents : this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.nodeRange(node);
    }
    return rangeAt(0, 0, this.counter);
  }

  protected nodeRange(node: Node): Range {
    return node.range ? rangeAt(node.range[0], node.range[1], this.counter) : rangeAt(0, 0, this.counter);
  }
}

function unknownKey(name: string, known: readonly string[]): Message {
  const before = name.split('：')[0]!;
  // The colon of Chinese text is the usual slip, and then there is no value at all.
  if (before !== name && known.includes(before.trim()))
    return {
      zh: `“${before}”后面的冒号要用半角，再空一格。`,
      en: `Behind “${before}” write an ASCII colon and a space.`,
    };
  return {
    zh: `不认识“${name}”。可写：${known.join('、')}。`,
    en: `“${name}” is not known here. One of: ${known.join(', ')}.`,
  };
}
