import type { PageStrings } from '../../src/preview/messages';
import { fill } from '../dom';
import type { ViewName } from './view';

/** What a due time is called: a year, a quarter (`2025Q2`) or `none`; see `dueOf`. */
export function dueName(due: string, strings: PageStrings): string {
  if (due === 'none') return strings.noDue;
  const [year = '', quarter] = due.split('Q');
  return quarter === undefined ? fill(strings.dueYear, year) : fill(strings.dueQuarter, year, quarter);
}

export const viewNames = (strings: PageStrings): Readonly<Record<ViewName, string>> => ({
  table: strings.viewTable,
  timeline: strings.viewTimeline,
  workload: strings.viewWorkload,
  unitSheet: strings.viewUnitSheet,
  overview: strings.viewOverview,
});
