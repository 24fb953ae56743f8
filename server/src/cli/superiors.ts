import { dirname, resolve } from 'node:path';
import { readPlan, superiorsOf, type Plan } from '../core/plan/plan';
import { MAX_SUPERIORS, NO_SUPERIORS, superiorFrom, type Superior } from '../core/rules/superior';
import { readText } from '../core/syntax/source';
import { say } from '../core/text/locale';
import { readTextFile } from './decode';
import type { ReadOptions } from './open';
import { SAYS, UsageError, type Terminal } from './terms';

/**
 * Gives the superior plans a document names in its front matter. One that is not there or cannot be read is told, once for
 * each document, and left out. Each is read once a run.
 */
export function createSuperiors(
  terminal: Terminal,
  options: ReadOptions,
): (file: string, plan: Plan) => readonly Superior[] {
  const read = new Map<string, Superior | UsageError>();
  const told = new Set<string>();
  const open = (path: string, name: string): Superior | UsageError => {
    try {
      return superiorFrom(name, readPlan(readText(readTextFile(path, terminal, options.encoding))));
    } catch (error) {
      if (error instanceof UsageError) return error;
      throw error;
    }
  };
  const tell = (file: string, superior: string, { sentence, args }: UsageError): void => {
    const text =
      sentence === SAYS.noFile
        ? say(SAYS.noSuperior, terminal.locale, { file, superior })
        : say(SAYS.badSuperior, terminal.locale, { file, reason: say(sentence, terminal.locale, args) });
    if (!told.has(text)) terminal.note(text);
    told.add(text);
  };
  return (file, plan) => {
    const named = superiorsOf(plan).slice(0, MAX_SUPERIORS);
    if (named.length === 0) return NO_SUPERIORS;
    const self = resolve(terminal.cwd, file);
    return named.flatMap((name) => {
      const path = resolve(dirname(self), name);
      if (path === self) return [];
      const key = `${path}\n${name}`;
      const found = read.get(key) ?? open(path, name);
      read.set(key, found);
      if (!(found instanceof UsageError)) return [found];
      tell(file, name, found);
      return [];
    });
  };
}
