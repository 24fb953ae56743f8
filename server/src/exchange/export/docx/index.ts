/**
 * Plans and task tables as Word documents in the layout of GB/T 9704—2012. Written as text and zipped: the body of a plan
 * and its tables have to be strings anyhow to be fast and the same every time, and what remains of a document (styles,
 * footers, properties) is less than a library for it would have to be told.
 */
import { deviationsOf, type Layout } from '../../../core/plan/layout';
import type { Plan } from '../../../core/plan/plan';
import { textOf } from '../../../core/syntax/source';
import { countUnprintable } from '../../office/xml';
import type { Written } from '../written';
import { bodyXml } from './document';
import { packWord } from './package';
import { partsOf } from './parts';
import { remarksOf } from './remarks';

export { tableToDocx, unitToDocx } from './tasks';

/** The whole plan. `fallback`: its title for the properties of the file where it has none. */
export function planToDocx(plan: Plan, fallback: string, layout: Layout): Written {
  const { parts, leftOut } = partsOf(plan);
  const body = bodyXml(parts, layout);
  const { frontMatter } = leftOut;
  return {
    bytes: packWord({ body, layout, title: plan.facts.title ?? fallback, frontMatter }),
    remarks: [...remarksOf(parts, leftOut, countUnprintable(textOf(plan.source)), layout), ...deviationsOf(layout)],
  };
}
