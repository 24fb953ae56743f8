import { changeCell } from '../core/features/edits/taskCell/index';
import type { Task } from '../core/plan/task';
import { listTasks } from '../core/plan/tasks';
import { say, type Message } from '../core/text/locale';
import type { EditTaskParams, EditTaskResult, TaskRow } from '../protocol';
import type { Services } from './services';

const MESSAGES = {
  notOpen: {
    zh: '文稿没有打开，表格现在不能修改。请先打开文稿。',
    en: 'The text is not open, so the table cannot be changed. Open it first.',
  },
  changed: {
    zh: '文稿刚刚有改动，没有执行。请再试一次。',
    en: 'The text has just changed, so nothing was done. Try again.',
  },
} as const satisfies Record<string, Message>;

/**
 * What changes in the text when a cell of a watched table does. `rows` are those last sent, asked once the text is read;
 * a row that was not sent as it reads now is refused: the person has not seen it. Nothing is changed here: the client
 * applies what it is given.
 */
export async function editTask(
  services: Services,
  params: EditTaskParams,
  rows: () => readonly TaskRow[],
): Promise<EditTaskResult> {
  const { documents, locale } = services;
  const document = documents.get(params.uri);
  if (document?.type !== 'plan') return { refused: say(MESSAGES.notOpen, locale()) };
  const { plan } = await services.review(document);
  const tasks = listTasks(plan);
  const sent = rows();
  const at = sent.findIndex(({ key }) => key === params.key);
  const seen = at < 0 || (sent.length === tasks.length && reads(sent[at]!, tasks[at]!));
  if (documents.get(params.uri) !== document || !seen) return { refused: say(MESSAGES.changed, locale()) };
  const { column, value, old } = params;
  const outcome = changeCell(plan, tasks, at, { column, value, old });
  if (outcome.kind === 'refused') return { refused: say(outcome.message, locale(), outcome.args) };
  return { version: document.version, edits: outcome.edits };
}

function reads(row: TaskRow, task: Task): boolean {
  if (row.label !== task.label || row.text !== task.text || row.outcome !== task.outcome) return false;
  if (row.deadline?.text !== task.deadline?.text) return false;
  const names = (units: Task['lead']): string => units.map(({ name }) => name).join('、');
  return row.lead.join('、') === names(task.lead) && row.participants.join('、') === names(task.participants);
}
