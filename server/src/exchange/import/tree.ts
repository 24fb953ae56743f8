/** XML parts and web pages as a plain tree, from the events of htmlparser2, within limits of size and depth. */
import { Parser } from 'htmlparser2';
import { LIMITS } from './limits';
import { ImportRefusal, REFUSALS } from './refusal';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

export const isElement = (node: Element | string): node is Element => typeof node !== 'string';

export const elementsOf = (element: Element): readonly Element[] => element.children.filter(isElement);

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((node): node is Element => isElement(node) && node.name === name);

export const childrenNamed = (element: Element | undefined, name: string): readonly Element[] =>
  element ? element.children.filter((node): node is Element => isElement(node) && node.name === name) : [];

/** The first element of this name below `element`, at any depth. */
export function descendant(element: Element, name: string): Element | undefined {
  for (const node of element.children) {
    if (!isElement(node)) continue;
    const found = node.name === name ? node : descendant(node, name);
    if (found) return found;
  }
  return undefined;
}

/** All text below an element, as it stands. */
export function textOf(element: Element): string {
  return element.children.map((node) => (isElement(node) ? textOf(node) : node)).join('');
}

interface Building {
  readonly root: Element;
  /** Opens an element; `false` when it is too deep to be kept as one. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(): void;
  text(data: string): void;
}

function building(part: string, onDeep: (depth: number) => boolean): Building {
  const root: Element = { name: '', attributes: {}, children: [] };
  const stack: Element[] = [root];
  let count = 0;
  /** Elements open beyond the depth that is kept; their text goes to the deepest one kept. */
  let flattened = 0;
  return {
    root,
    open(name, attributes) {
      if (++count > LIMITS.elements)
        throw new ImportRefusal(REFUSALS.tooManyElements, { part, limit: LIMITS.elements });
      if (onDeep(stack.length + flattened)) {
        flattened++;
        return;
      }
      const element: Element = { name, attributes, children: [] };
      stack[stack.length - 1]!.children.push(element);
      stack.push(element);
    },
    close() {
      if (flattened > 0) flattened--;
      else if (stack.length > 1) stack.pop();
    },
    text(data) {
      const { children } = stack[stack.length - 1]!;
      const last = children.length - 1;
      if (typeof children[last] === 'string') children[last] += data;
      else children.push(data);
    },
  };
}

/**
 * Reads a part of an Office file. Elements in `skip` are left out with all they hold. Entities of a DTD are never
 * expanded: a part that declares one is refused. Prefixes are those of the standard, whatever the file calls them.
 */
export function parseXml(text: string, part: string, skip: ReadonlySet<string> = NOTHING): Element {
  // A DTD stands before the root; behind it the same characters are only text.
  if (/<!DOCTYPE/i.test(text.slice(0, Math.max(0, text.search(/<[\w:]/)))))
    throw new ImportRefusal(REFUSALS.doctype, { part });
  const tree = building(part, (depth) => {
    if (depth > LIMITS.xmlDepth) throw new ImportRefusal(REFUSALS.tooDeep, { part, limit: LIMITS.xmlDepth });
    return false;
  });
  const rename = renamer(text);
  let skipping = 0;
  const parser = new Parser(
    {
      onopentag(given, attributes) {
        const name = rename(given);
        if (skipping > 0 || skip.has(name)) skipping++;
        else tree.open(name, rename === same ? attributes : renamed(attributes, rename));
      },
      onclosetag() {
        if (skipping > 0) skipping--;
        else tree.close();
      },
      ontext(data) {
        if (skipping === 0) tree.text(data);
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return tree.root;
}

/** Reads a web page or what a clipboard holds as one. Never refuses for its form, only for its size. */
export function parseHtml(text: string): Element {
  if (text.length > LIMITS.textLength) throw new ImportRefusal(REFUSALS.tooLong, { limit: LIMITS.textLength });
  const tree = building('HTML', (depth) => {
    if (depth > LIMITS.htmlOpen) throw new ImportRefusal(REFUSALS.tooDeep, { part: 'HTML', limit: LIMITS.htmlOpen });
    return depth > LIMITS.htmlDepth;
  });
  const parser = new Parser({
    onopentag: (name, attributes) => tree.open(name, attributes),
    onclosetag: () => tree.close(),
    ontext: (data) => tree.text(data),
  });
  parser.end(text);
  return tree.root;
}

const NOTHING: ReadonlySet<string> = new Set();

/** The prefixes we ask for, by the end of their namespace; both the transitional and the strict form end alike. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
];

const same = (name: string): string => name;

/** Producers may call the standard's prefixes otherwise; hardly any does, so this is looked at once per part. */
function renamer(text: string): (name: string) => string {
  const table = new Map<string, string>();
  for (const [, prefix, uri] of text.slice(0, 8192).matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']+)["']/g)) {
    const standard = PREFIXES.find(([pattern]) => pattern.test(uri!))?.[1];
    if (standard !== undefined && standard !== prefix) table.set(prefix ?? '', standard);
  }
  if (table.size === 0) return same;
  return (name) => {
    const colon = name.indexOf(':');
    const standard = table.get(colon < 0 ? '' : name.slice(0, colon));
    return standard === undefined ? name : `${standard}:${name.slice(colon + 1)}`;
  };
}

function renamed(
  attributes: Readonly<Record<string, string>>,
  rename: (name: string) => string,
): Record<string, string> {
  // An attribute without a prefix has no namespace, unlike an element.
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.includes(':') ? rename(name) : name, value]),
  );
}
