/**
 * What the panel and its page say to each other, and the checks both make: a message that does not look as it should is
 * dropped, never half understood. The page's bundle takes in only this file and types.
 */
import type {
  EditTaskParams,
  FindingCount,
  PlanKind,
  PrintedTable,
  StatusParams,
  TaskDeadline,
  TaskFinding,
  TaskRow,
  TaskTable,
  TaskTableChange,
  TaskTableHead,
  UnitNamesParams,
} from '../../../server/src/protocol';
import type { PageStrings } from './strings';

export type {
  FindingCount,
  PageStrings,
  PlanKind,
  PrintedTable,
  TaskDeadline,
  TaskFinding,
  TaskRow,
  TaskTableHead,
  UnitNamesParams,
};

/**
 * Why there is no fresh table: the server is starting or not running, the file's text is closed, gone, or no plan
 * document. `null`: nothing is wrong.
 */
export type Notice = 'starting' | 'stopped' | 'closed' | 'missing' | 'failed' | null;

export type PanelMessage =
  /** The document to show from here on. */
  | { readonly type: 'strings'; readonly strings: PageStrings; readonly file: string; readonly uri: string }
  /** Whether the table stays with its document; the page only keeps it over a reload. */
  | { readonly type: 'locked'; readonly locked: boolean }
  | { readonly type: 'table'; readonly table: TaskTable }
  | { readonly type: 'change'; readonly change: TaskTableChange }
  | { readonly type: 'notice'; readonly notice: Notice }
  /** Show only what holds these words. */
  | { readonly type: 'filter'; readonly query: string }
  /** The caret is in this task. */
  | { readonly type: 'current'; readonly key: string | null }
  /** Say what is to be printed (`print`). */
  | { readonly type: 'print' }
  /** Hand this file to the browser the editor runs in. */
  | { readonly type: 'download'; readonly name: string; readonly html: string }
  /** The answer to `unitNames`. */
  | { readonly type: 'unitNames'; readonly id: number; readonly names: readonly string[] }
  /** The answer to `edit`: `null`, or a sentence that says why the text was not changed. */
  | { readonly type: 'edited'; readonly id: number; readonly refused: string | null };

export type PageAction = 'restart' | 'showLog' | 'openText';

/** What the tasks of one unit can be saved as. */
export type UnitFormat = 'docx' | 'xlsx' | 'ics';

export type PageMessage =
  /** The page has been loaded and knows nothing yet. */
  | { readonly type: 'ready' }
  /** A change did not fit the rows the page has. */
  | { readonly type: 'resync' }
  /** Show this task in the text, or one of the row's findings (zero-based); `focus`: and go on working there. */
  | { readonly type: 'reveal'; readonly key: string; readonly focus: boolean; readonly finding?: number }
  /** Show the next place where this rule found something of this gravity. */
  | { readonly type: 'showFinding'; readonly rule: string; readonly severity: FindingCount['severity'] }
  | { readonly type: 'action'; readonly action: PageAction }
  /** Save what one unit leads and joins. */
  | { readonly type: 'exportUnit'; readonly unit: string; readonly format: UnitFormat }
  /** Which units may stand in a cell; `id` comes back with the answer. */
  | ({ readonly type: 'unitNames'; readonly id: number } & Omit<UnitNamesParams, 'uri'>)
  /** Print this much of the table. */
  | ({ readonly type: 'print' } & PrintedTable)
  /** Save a drawing: the text of an SVG file and a PNG in Base64, where there is one. */
  | { readonly type: 'savePicture'; readonly svg: string; readonly png: string | null }
  /** Change this cell in the text; `id` comes back with the answer. */
  | ({ readonly type: 'edit'; readonly id: number } & Omit<EditTaskParams, 'uri'>);

/** What the page keeps of a document that it shows; `uri` lets the panel find it again after a reload of the window. */
export interface PageState {
  readonly uri: string;
  readonly scroll: number;
  /** What was chosen: filter, order, columns; the page reads them again with its own checks. */
  readonly choices: Readonly<Record<string, unknown>>;
  /** Which view is shown, and what is chosen in it; read with the page's own checks, too. */
  readonly views: Readonly<Record<string, unknown>>;
  readonly full: boolean;
  readonly key: string | null;
}

/** What the page keeps over a reload: the document it shows, and those it showed before, the last one first. */
export interface KeptState extends PageState {
  readonly locked: boolean;
  readonly others: readonly PageState[];
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextOrNull(value: unknown): value is string | null {
  return typeof value === 'string' || value === null;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isOneOf(value: unknown, allowed: readonly unknown[]): boolean {
  return allowed.includes(value);
}

const KINDS: readonly PlanKind[] = ['plan', 'task-list', 'notice', 'report', 'other'];
const SEVERITIES: readonly TaskRow['severity'][] = ['error', 'warning', 'info', 'hint', null];
const SOURCES: readonly TaskDeadline['source'][] = ['stated', 'milestone', 'inherited'];
const NOTICES: readonly Notice[] = ['starting', 'stopped', 'closed', 'missing', 'failed', null];
const UNIT_FORMATS: readonly UnitFormat[] = ['docx', 'xlsx', 'ics'];
const COLUMNS: readonly EditTaskParams['column'][] = ['label', 'text', 'lead', 'participants', 'deadline', 'outcome'];
const ACTIONS: readonly PageAction[] = ['restart', 'showLog', 'openText'];

function isPeriod(value: unknown): boolean {
  return value === null || (isObject(value) && Number.isInteger(value['start']) && Number.isInteger(value['end']));
}

function isDeadline(value: unknown): boolean {
  if (value === null) return true;
  if (!isObject(value) || typeof value['text'] !== 'string') return false;
  return isTextOrNull(value['start']) && isTextOrNull(value['end']) && isOneOf(value['source'], SOURCES);
}

function isMilestone(value: unknown): boolean {
  return isObject(value) && typeof value['text'] === 'string' && typeof value['end'] === 'string';
}

function isFindingCount(value: unknown): boolean {
  if (!isObject(value) || !isTexts([value['rule'], value['title']])) return false;
  return isCount(value['count']) && value['severity'] !== null && isOneOf(value['severity'], SEVERITIES);
}

function isRow(value: unknown): value is TaskRow {
  if (!isObject(value) || typeof value['key'] !== 'string' || typeof value['text'] !== 'string') return false;
  if (!isTextOrNull(value['label']) || !isTextOrNull(value['heading']) || !isTextOrNull(value['outcome'])) return false;
  if (typeof value['project'] !== 'string' || typeof value['group'] !== 'string') return false;
  if (!isTexts(value['section']) || !isTexts(value['lead']) || !isTexts(value['participants'])) return false;
  if (!Array.isArray(value['findings']) || !value['findings'].every(isFinding)) return false;
  const { milestones } = value;
  if (!Array.isArray(milestones) || !milestones.every(isMilestone)) return false;
  return isDeadline(value['deadline']) && isOneOf(value['severity'], SEVERITIES);
}

function isFinding(value: unknown): boolean {
  return (
    isObject(value) &&
    value['severity'] !== null &&
    isOneOf(value['severity'], SEVERITIES) &&
    typeof value['message'] === 'string'
  );
}

function isHead(value: unknown): value is Fields {
  if (!isObject(value) || typeof value['uri'] !== 'string' || typeof value['version'] !== 'number') return false;
  if (!Array.isArray(value['findingCounts']) || !value['findingCounts'].every(isFindingCount)) return false;
  return isTextOrNull(value['title']) && isOneOf(value['kind'], KINDS) && isPeriod(value['period']);
}

export function isTable(value: unknown): value is TaskTable {
  return isHead(value) && Array.isArray(value['rows']) && value['rows'].every(isRow);
}

export function isTableChange(value: unknown): value is TaskTableChange {
  if (!isHead(value) || !isCount(value['start']) || !isCount(value['deleteCount'])) return false;
  return Array.isArray(value['rows']) && value['rows'].every(isRow);
}

export function isStatus(value: unknown): value is StatusParams {
  if (!isObject(value) || typeof value['uri'] !== 'string' || !isOneOf(value['kind'], KINDS)) return false;
  const counts = value['counts'];
  if (!isObject(counts) || !['error', 'warning', 'info', 'hint'].every((name) => isCount(counts[name]))) return false;
  if (!isCount(value['tasks']) || !isPeriod(value['period']) || !isTexts(value['registers'])) return false;
  const { slow, config } = value as { slow?: unknown; config?: unknown };
  if (!isCount(value['known']) || !isTexts(value['faults']) || !(slow === null || isCount(slow))) return false;
  return config === null || (isObject(config) && typeof config['uri'] === 'string' && isCount(config['problems']));
}

/** A check in the page: is this from our panel, and whole? */
export function isPanelMessage(value: unknown): value is PanelMessage {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'strings':
      return isStrings(value['strings']) && typeof value['file'] === 'string' && typeof value['uri'] === 'string';
    case 'print':
      return true;
    case 'download':
      return typeof value['name'] === 'string' && typeof value['html'] === 'string';
    case 'unitNames':
      return isCount(value['id']) && isTexts(value['names']);
    case 'locked':
      return typeof value['locked'] === 'boolean';
    case 'table':
      return isTable(value['table']);
    case 'change':
      return isTableChange(value['change']);
    case 'notice':
      return isOneOf(value['notice'], NOTICES);
    case 'filter':
      return typeof value['query'] === 'string';
    case 'current':
      return isTextOrNull(value['key']);
    case 'edited':
      return isCount(value['id']) && isTextOrNull(value['refused']);
    default:
      return false;
  }
}

function isStrings(value: unknown): value is PageStrings {
  return isObject(value) && Object.values(value).every((text) => typeof text === 'string');
}

/** A check in the panel: is this from our page, and whole? */
export function isPageMessage(value: unknown): value is PageMessage {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'ready':
    case 'resync':
      return true;
    case 'reveal':
      if (typeof value['key'] !== 'string' || typeof value['focus'] !== 'boolean') return false;
      return value['finding'] === undefined || isCount(value['finding']);
    case 'edit': {
      const words = [value['key'], value['value'], value['old']];
      return isCount(value['id']) && isOneOf(value['column'], COLUMNS) && isTexts(words);
    }
    case 'showFinding':
      return typeof value['rule'] === 'string' && value['severity'] !== null && isOneOf(value['severity'], SEVERITIES);
    case 'action':
      return isOneOf(value['action'], ACTIONS);
    case 'exportUnit':
      return typeof value['unit'] === 'string' && isOneOf(value['format'], UNIT_FORMATS);
    case 'unitNames':
      if (!isCount(value['id']) || typeof value['typed'] !== 'string' || !isTexts(value['others'])) return false;
      return value['role'] === 'lead' || value['role'] === 'participant';
    case 'print':
      if (value['keys'] !== null && !isTexts(value['keys'])) return false;
      return isTexts(value['hidden']) && typeof value['note'] === 'string';
    case 'savePicture':
      return typeof value['svg'] === 'string' && isTextOrNull(value['png']);
    default:
      return false;
  }
}

/** What the page left behind, or `undefined` when it is not ours or from another time. */
export function readKeptState(value: unknown): KeptState | undefined {
  const state = readPageState(value);
  if (!state || !isObject(value)) return undefined;
  const others: readonly unknown[] = Array.isArray(value['others']) ? value['others'] : [];
  return {
    ...state,
    locked: value['locked'] === true,
    others: others.flatMap((other) => readPageState(other) ?? []),
  };
}

function readPageState(value: unknown): PageState | undefined {
  if (!isObject(value) || typeof value['uri'] !== 'string') return undefined;
  return {
    uri: value['uri'],
    scroll: isCount(value['scroll']) ? value['scroll'] : 0,
    choices: isObject(value['choices']) ? value['choices'] : {},
    views: isObject(value['views']) ? value['views'] : {},
    full: value['full'] === true,
    key: typeof value['key'] === 'string' ? value['key'] : null,
  };
}
