import { findDeadlines, type Deadline } from '../plan/deadlines';
import { rangeOf } from '../syntax/joined';
import { yearOf } from '../text/dates';
import { PLANS, type Fix, type Report, type Rule } from './rule';
import { earliestEnd, isLongRange, setsTime, spanOf, type Span, type TimePlace } from './times';

const MESSAGES = {
  late: {
    zh: '“{text}”晚于本项的完成时间“{stated}”。请核对：改完成时间，或者改这里。',
    en: '“{text}” is later than this task’s own deadline, “{stated}”. Correct the one or the other.',
  },
  column: { zh: '把完成时间改为“{text}”', en: 'Change the deadline to “{text}”' },
  text: { zh: '把这里改为“{text}”', en: 'Change this to “{text}”' },
} as const;

/**
 * A task whose own words or outcome name a day after its deadline column or field. Spans, single years, periods of days
 * and recurring times inside the deadline are no conflict; nor is a goal past the plan (到2035年).
 * Source: Regulations on official documents, art. 20 (4): times must be right.
 */
export const rule: Rule = {
  id: 'deadline-outcome-conflict',
  title: { zh: '完成时间与成果时限矛盾', en: 'Outcome later than the deadline' },
  topic: 'time',
  severity: 'error',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：时间准确',
    en: 'Regulations on official documents, art. 20 (4): times must be right',
  },
  fixable: 'confirm',
  kinds: PLANS,
  passage(reading, { facts }) {
    return reading.timedTasks.flatMap(({ stated, spoken }) => {
      const span = spoken.length > 0 ? spanOf(stated, facts) : null;
      return span ? spoken.filter((place) => isLater(place, span)).map((place) => conflict(place, span)) : [];
    });
  },
};

/** What is done after a thing is finished. */
const FOLLOW_UP = /^[^，。；]{0,12}(?:回头看|复核|复查|后评估|后评价|跟踪)/;

function isLater({ joined: { text }, deadline }: TimePlace, span: Span): boolean {
  const end = earliestEnd(deadline);
  if (FOLLOW_UP.test(text.slice(deadline.to, deadline.to + 20))) return false;
  return end !== null && end > span.end && setsTime(text, deadline) && !isLongRange(text, deadline);
}

function conflict(place: TimePlace, span: Span): Report {
  const { joined, deadline } = place;
  return {
    message: MESSAGES.late,
    args: { text: deadline.text, stated: span.last.deadline.text },
    range: rangeOf(joined, deadline.from, deadline.to),
    fixes: [...changeColumn(deadline, span), ...changeText(place, span)],
  };
}

/** The column with the later year; where months are meant, with the day the words name. */
function changeColumn(deadline: Deadline, { last }: Span): readonly Fix[] {
  const year = deadline.end === null ? '' : String(yearOf(deadline.end));
  const moved = last.deadline.grain === 'year' ? last.deadline.text.replace(/\d{4}(?!.*\d{4})/, year) : '';
  const enough = endOf(moved) !== FAR && endOf(moved) >= deadline.end!;
  const text = enough ? moved : plain(deadline.text);
  return [edit(MESSAGES.column, last, text)];
}

/** The words with the column's year; where that is not enough, with what the column says. */
function changeText(place: TimePlace, { end, last }: Span): readonly Fix[] {
  const { deadline } = place;
  const year = yearOf(end);
  const moved = deadline.kind === 'before' ? `${year}年底前` : deadline.text.replace(/\d{4}/, String(year));
  if (endOf(moved) <= end) return [edit(MESSAGES.text, place, moved)];
  const { text, kind } = last.deadline;
  return kind === 'by' && /\d{4}年/.test(text) ? [edit(MESSAGES.text, place, text)] : [];
}

const plain = (text: string): string => text.replace(/^(?:确保到|力争到|到)/, '');

const FAR = '9999-12-31';

function endOf(text: string): string {
  return findDeadlines(text, true)[0]?.end ?? FAR;
}

function edit(title: (typeof MESSAGES)['column' | 'text'], { joined, deadline }: TimePlace, text: string): Fix {
  const edits = [{ range: rangeOf(joined, deadline.from, deadline.to), newText: text }];
  return { kind: 'edit', title, args: { text }, safe: false, edits };
}
