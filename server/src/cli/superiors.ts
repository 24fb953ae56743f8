import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readPlan, superiorsOf, type Plan } from '../core/plan/plan';
import { NO_SUPERIORS, superiorFrom, type Superior } from '../core/rules/superior';
import { readText } from '../core/syntax/source';
import { say } from '../core/text/locale';
import { readTextFile } from './decode';
import type { ReadOptions } from './open';
import { SAYS, type Terminal } from './terms';

/** The superior plans a document names in its front matter; one that is not there is told and left out. */
export function readSuperiors(file: string, plan: Plan, terminal: Terminal, options: ReadOptions): readonly Superior[] {
  const named = superiorsOf(plan);
  if (named.length === 0) return NO_SUPERIORS;
  return named.flatMap((path) => {
    const from = resolve(terminal.cwd, dirname(file), path);
    if (!existsSync(from)) {
      terminal.note(say(SAYS.noSuperior, terminal.locale, { file, superior: path }));
      return [];
    }
    return [superiorFrom(path, readPlan(readText(readTextFile(from, terminal, options.encoding))))];
  });
}
