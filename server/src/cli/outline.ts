import { outlineOf, type OutlineNode } from '../core/plan/outline';
import { openPlan, type ReadOptions } from './open';
import { printable } from './printable';
import type { Terminal } from './terms';

/** Prints the outline of one file. */
export function outline(file: string, format: 'text' | 'json', options: ReadOptions, terminal: Terminal): number {
  const nodes = outlineOf(openPlan(file, terminal, options).plan);
  if (format === 'json') terminal.write(`${JSON.stringify({ file, outline: nodes.map(toJson) })}\n`);
  else terminal.write(nodes.map((node) => toText(node, '')).join(''));
  return 0;
}

function toJson(node: OutlineNode): unknown {
  const { level, number, title, kind, units, range, children } = node;
  return { level, number, title, kind, units, range, children: children.map(toJson) };
}

function toText(node: OutlineNode, indent: string): string {
  const number =
    node.number === null ? '' : /^[一二三四五六七八九十百]+$/.test(node.number) ? `${node.number}、` : node.number;
  const gap = /^\d+$/.test(number) ? ' ' : '';
  const units = node.units.length > 0 ? `  〔${node.units.join('、')}〕` : '';
  const own = `${indent}${printable(`${number}${gap}${node.title}${units}`)}\n`;
  return own + node.children.map((child) => toText(child, `${indent}  `)).join('');
}
