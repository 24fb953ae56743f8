/**
 * Messages between client and server that LSP does not have. Types and method names only, so that the client may import
 * them without importing the server.
 *
 * The server owns the task table. A client that shows it asks once (`watchTaskTable`) and is then told what changed, as a
 * splice of rows; rows are known by `key`, which stays the same while a row is edited in place.
 */
import type { DeadlineKind, Grain } from './core/plan/deadline';
import type { Level } from './core/plan/level';
import type { Position, Range, TextEdit } from './core/text/position';

/** Request: start watching the table of `uri`; answers with the whole table. Error if the document is not open. */
export const WATCH_TASK_TABLE = 'plandoc/watchTaskTable';
/** Notification, client → server: no one looks at the table of `uri` any more. */
export const UNWATCH_TASK_TABLE = 'plandoc/unwatchTaskTable';
/** Notification, server → client: rows of a watched table changed. */
export const TASK_TABLE_CHANGED = 'plandoc/taskTableChanged';
/** Request: where the row `key`, or one of its findings, stands in the text now (`TaskLocation`); null when it is gone. */
export const LOCATE_TASK = 'plandoc/locateTask';
/** Request: the next place where a rule found something (`LocateFindingParams` → `TaskLocation`), or null when there is none. */
export const LOCATE_FINDING = 'plandoc/locateFinding';
/** Request: the key of the row the caret is in (`{ key: string | null }`). */
export const TASK_AT = 'plandoc/taskAt';
/** Request: what changes in the text when a cell of a watched table is changed (`EditTaskParams` → `EditTaskResult`). */
export const EDIT_TASK = 'plandoc/editTask';
/** Request: the units a cell of the table may name, best first (`UnitNamesParams` → `readonly string[]`). */
export const UNIT_NAMES = 'plandoc/unitNames';
/** Request: a page that has the task table printed (`PrintTaskTableParams` → `PrintPage`). */
export const PRINT_TASK_TABLE = 'plandoc/printTaskTable';
/** Notification, server → client: counts for the status item, sent after each check of an open document. */
export const STATUS_CHANGED = 'plandoc/statusChanged';

/**
 * Request, server → client: the text of a file that is not open (a `units.yaml`), through the editor's own file system, so
 * that virtual workspaces work; `{ text: null }` when there is none. Used when the client says `readsFiles` in its
 * initialization options; other clients leave reading to the server.
 */
export const READ_FILE = 'plandoc/readFile';
/**
 * Request, server → client: the script of a part of the server that is loaded when it is needed (`PartParams` →
 * `PartText`). Only a server in a worker asks for it; Node loads its parts itself.
 */
export const READ_PART = 'plandoc/readPart';

/**
 * Request, server → client: the addresses of the plans in all folders of the workspace, open or not
 * (`FindPlansParams` → `FoundFiles`). Used when the client says `findsFiles`; else the server looks on disk, where it can.
 */
export const FIND_PLANS = 'plandoc/findPlans';

/** Request: the review sheet (审查意见单) of an open plan as a file. Error if the document is not open. */
export const REVIEW_SHEET = 'plandoc/reviewSheet';
/** Request: an open plan in another format (`ExportParams` → `FileResult`). Error if the document is not open. */
export const EXPORT = 'plandoc/export';
/** Request: the findings of a plan that is not open, for problems of the whole workspace. */
export const CHECK_TEXT = 'plandoc/checkText';
/** Request: what an edit asked for by name would change (`PlanEditParams` → `PlanEditResult`). Nothing is changed by it. */
export const PLAN_EDIT = 'plandoc/edit';
/** Request: a file of another kind (Word, Excel, a web page, text) as the text of a plan. Never an error: see `refused`. */
export const IMPORT_FILE = 'plandoc/importFile';
/** Request: what a clipboard holds, copied from Word, Excel, WPS or a browser, as the text of a plan. */
export const IMPORT_CLIPBOARD = 'plandoc/importClipboard';
/** Request: the text of a new plan from a template (`NewPlanParams` → `NewPlanResult`). */
export const NEW_PLAN = 'plandoc/newPlan';
/** Request: what the plans round a new one suggest for it (`NewPlanDefaultsParams` → `NewPlanDefaults`). */
export const NEW_PLAN_DEFAULTS = 'plandoc/newPlanDefaults';
/** Request: how a clipboard is to be put into an open plan (`PasteParams` → `PasteResult | null`, null: as it is). */
export const PASTE = 'plandoc/paste';
/** Request: the units of a plan, or of all plans, by kind (`UnitsParams` → `UnitsResult`); the list in the side bar. */
export const UNITS = 'plandoc/units';
/** Request: what one unit leads and joins, and where it is named for it (`UnitDutiesParams` → `UnitDutiesResult`). */
export const UNIT_DUTIES = 'plandoc/unitDuties';
/** Request: what would be changed in a register (`RegisterEditParams` → `RegisterEditResult`). Nothing is changed by it. */
export const REGISTER_EDIT = 'plandoc/registerEdit';
/** Notification, client → server: where the caret stands now, in pauses of typing; see `InitializationOptions.tellsCaret`. */
export const CARET_MOVED = 'plandoc/caretMoved';

/** The edits of `core/features/edits`; each is a command of the same name after `plandoc.`. */
export type PlanEditName =
  | 'wrapAnnotation'
  | 'toTable'
  | 'toProse'
  | 'rowToMeasure'
  | 'joinLines'
  | 'joinLinesOverPages'
  | 'joinAllLines'
  | 'renumber'
  | 'insertMeasure'
  | 'deleteMeasure'
  | 'moveMeasureUp'
  | 'moveMeasureDown'
  | 'moveMeasureTo'
  | 'promoteMeasure'
  | 'demoteMeasure';

export interface PlanEditParams extends DocumentParams {
  /** The version the client sees; at any other the edit is refused. */
  readonly version: number;
  readonly edit: PlanEditName;
  readonly selection: Range;
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface PasteParams extends DocumentParams {
  readonly version: number;
  /** Where the caret is, or what is selected and will be replaced. */
  readonly range: Range;
  /** `text/plain` of the clipboard. */
  readonly text: string;
  /** `text/html` of the clipboard, where the editor can see it. */
  readonly html?: string;
}

export interface PasteResult {
  readonly version: number;
  readonly what: 'rows' | 'table' | 'text';
  /** Its range is the one asked for, unless rows have to go below the row the caret is in. */
  readonly edit: TextEdit;
}

/** The kinds of documents there are templates for. */
export type PlanTemplate = 'implementation-plan' | 'implementation-opinion' | 'task-list' | 'action-plan' | 'notice';

export type PlanLevel = Level;

/** What is known of a new plan; what is `null` or left out is filled sensibly or left to a tab stop. */
export interface TemplateAnswers {
  /** What it is about, as it stands in its title between region and kind: 政务服务提升. */
  readonly topic?: string | null;
  /** 云溪区 */
  readonly region?: string | null;
  readonly level?: PlanLevel | null;
  readonly period?: Period | null;
  /** Who leads where nothing more is known: 区数据局. */
  readonly lead?: string | null;
  /** How the table of a task list is written; Markdown if not said. */
  readonly table?: 'markdown' | 'tabs' | null;
  /** ISO date, for the line under the signature and the period that begins now. */
  readonly today: string;
}

export interface NewPlanParams {
  readonly template: PlanTemplate;
  /** The period as a person writes it: 2026—2028, 2026年, “十五五”. */
  readonly answers: Omit<TemplateAnswers, 'period'> & { readonly period?: string | null };
}

export interface NewPlanResult {
  readonly title: string;
  readonly text: string;
  /** The same with tab stops (LSP 3.17, “Snippet Syntax”). */
  readonly snippet: string;
}

export interface NewPlanDefaultsParams {
  /** The folder the plan will stand in; `null` where none is open. */
  readonly folder: string | null;
  /** Plans near by, the nearest first; a few are read. */
  readonly plans: readonly string[];
  /** ISO date. */
  readonly today: string;
  /** What is known already: level and lead go by it. */
  readonly region?: string | null;
  readonly level?: PlanLevel | null;
}

export interface NewPlanDefaults {
  /** `null` where nothing near by says. */
  readonly region: string | null;
  readonly level: PlanLevel;
  readonly period: Period;
  readonly lead: string;
  readonly table: 'markdown' | 'tabs';
}

/** `refused`: a sentence for the person, in their language; `told`: one to go with the edits. */
export type PlanEditResult =
  | { readonly refused: string }
  | {
      readonly version: number;
      readonly edits: readonly TextEdit[];
      readonly selection: Range | null;
      readonly told?: string;
    };

/** What is asked about units is asked of one plan or of all in the workspace. */
export interface UnitsParams extends DocumentParams {
  /** `uri` is an open plan; with `workspace` it says whose register is meant. */
  readonly scope: 'document' | 'workspace';
}

export interface UnitsResult {
  readonly groups: readonly UnitGroup[];
  /** The register file in use, `null` where there is none. */
  readonly register: string | null;
}

export interface UnitGroup {
  /** A kind of unit, or `unknown`: in no register, or `unused`: in the register and nowhere else. */
  readonly id: string;
  readonly label: string;
  readonly units: readonly UnitItem[];
}

export interface UnitItem {
  /** Tells bodies apart. */
  readonly body: string;
  readonly name: string;
  /** All its spellings, most frequent first. */
  readonly names: readonly string[];
  readonly fullName: string | null;
  /** `local`: in the workspace's register; `base`: in the one that comes along; `unknown`; `collective`: no single unit. */
  readonly state: 'local' | 'base' | 'unknown' | 'collective';
  readonly lead: number;
  readonly participants: number;
  /** Where its entry stands in a register of the workspace. */
  readonly entry: UnitPlace | null;
}

export interface UnitPlace extends DocumentParams {
  readonly range: Range;
}

export interface UnitDutiesParams extends UnitsParams {
  readonly body: string;
}

export interface UnitDutiesResult {
  readonly duties: readonly UnitDuty[];
}

export interface UnitDuty extends UnitPlace {
  readonly role: 'lead' | 'participant';
  /** The spelling that stands at `range`. */
  readonly name: string;
  /** The task: its number as written and how it begins. */
  readonly label: string | null;
  readonly task: string;
  /** The plan's title. */
  readonly plan: string | null;
}

/**
 * `collect`: every name that stands in no register; `add`: one name; `merge`: one unit called `into`, and `others` as its
 * aliases.
 */
export type RegisterEdit =
  | { readonly kind: 'collect' }
  | { readonly kind: 'add'; readonly name: string }
  | { readonly kind: 'merge'; readonly into: string; readonly others: readonly string[] };

export interface RegisterEditParams extends UnitsParams {
  readonly edit: RegisterEdit;
}

export type RegisterEditResult =
  | { readonly refused: string }
  | {
      /** The file; `null` where there is no place for one. */
      readonly register: string | null;
      /** Whether the file is there already. */
      readonly exists: boolean;
      /** The version the edit is for, where the file is open. */
      readonly version: number | null;
      readonly edit: TextEdit;
      /** The whole text as it would be, to offer where the file cannot be written. */
      readonly text: string;
      /** Names added. */
      readonly added: readonly string[];
      /** Names left out, and what each seems to be a slip for. */
      readonly slips: readonly { readonly name: string; readonly meant: string }[];
    };

export interface ReviewSheetParams extends DocumentParams {
  /** The name of the file as the sheet shows it. */
  readonly name: string;
  readonly format: 'docx' | 'md' | 'html';
}

export interface ExportParams extends DocumentParams {
  /** The name of the file, without folders. */
  readonly name: string;
  /** One of the formats `plandoc export --to` knows. */
  readonly format: string;
  /** Only what this unit, by a name as written, leads or joins; in Word a sheet to be sent to it; JSON always has all. */
  readonly unit?: string | null;
  /** For Word: the task table alone instead of the whole plan. */
  readonly table?: boolean;
}

/** A file made by the server, for the client to write. */
export interface FileResult {
  readonly base64: string;
}

export interface ExportResult extends FileResult {
  /** What is not in the file, and where its layout is not the standard's, in the client's language. */
  readonly remarks: readonly string[];
}

export interface ReviewSheetResult extends FileResult {
  /** How many findings are on it. */
  readonly count: number;
}

/** The largest file that is imported. */
export const MAX_IMPORT_BYTES = 100 * 1024 * 1024;

export interface ImportFileParams {
  /** The file's bytes. */
  readonly base64: string;
  /** The file's name with its ending. */
  readonly name: string;
  /** The sheet of a workbook to take, by name. */
  readonly sheet?: string;
  /** Ask back with `sheets` when the workbook has several, instead of taking the likeliest. */
  readonly asksForSheet?: boolean;
  /** Leave out the front matter that a web page gives: the text goes into a plan that is there. */
  readonly bodyOnly?: boolean;
  /** Tracked changes of Word, taken as accepted or as refused. */
  readonly changes?: 'accept' | 'reject';
}

export interface ImportClipboardParams {
  /** `text/html` of the clipboard; preferred. */
  readonly html?: string;
  /** `text/plain` of the clipboard. */
  readonly text?: string;
}

/** What the reader of the plan is to know about the import, in the client's language. */
export interface ImportRemark {
  readonly text: string;
  /** The same with a few places only, for a message. */
  readonly brief: string;
  /** Something of the file is not in the text. */
  readonly lost: boolean;
}

export interface SheetChoice {
  readonly name: string;
  readonly rows: number;
  readonly hidden: boolean;
  /** It has the head of a task table. */
  readonly isTaskTable: boolean;
}

/** A text with remarks; or a sentence that says why the file is not imported; or sheets to choose from. */
export type ImportResult =
  | { readonly text: string; readonly remarks: readonly ImportRemark[] }
  | { readonly refused: string }
  | { readonly sheets: readonly SheetChoice[] };

export interface CheckTextParams extends DocumentParams {
  readonly text: string;
}

export interface CheckTextResult {
  /** Diagnostics as LSP has them. */
  readonly diagnostics: readonly unknown[];
}

export interface CaretParams extends DocumentParams {
  readonly position: Position;
}

/** The address of the base register as a page to read; only clients that say `showsRegister` are sent there. */
export const BASE_REGISTER_URI = 'plandoc-register:/单位名录.md';
/** Request: the text of that page (`RegisterPageResult`), in the language of the client. */
export const REGISTER_PAGE = 'plandoc/registerPage';

export interface RegisterPageResult {
  readonly text: string;
}

export interface InitializationOptions {
  /** The client sends `CARET_MOVED`, so what is newly found under the caret may wait until it leaves. */
  readonly tellsCaret?: boolean;
  readonly readsFiles?: boolean;
  /** The client has the commands that code lenses run. */
  readonly runsCommands?: boolean;
  readonly findsFiles?: boolean;
  /** The client opens `BASE_REGISTER_URI`. */
  readonly showsRegister?: boolean;
}

export interface ReadOptions {
  /** A larger file is not read. */
  readonly maxBytes?: number;
  /** What is not UTF-8 is read as GB18030; else it is read as UTF-8 whatever it is, as the editor would open it. */
  readonly anyEncoding?: boolean;
}

export interface ReadFileParams extends DocumentParams, ReadOptions {}

export type PartName = 'yaml-files' | 'sheet' | 'export' | 'import';

export interface PartParams {
  readonly name: PartName;
}

export interface PartText {
  readonly text: string;
}

export interface FileText {
  readonly text: string | null;
}

export interface FindPlansParams {
  /** No more than this are wanted. */
  readonly max: number;
}

export interface FoundFiles {
  readonly uris: readonly string[];
}

/** `other`: plain prose or no plan at all; `notice` carries a plan or stands alone. */
export type PlanKind = 'plan' | 'task-list' | 'notice' | 'report' | 'other';

/** What told the kind: its title, a task table, responsibility annotations, numbered measures; `none`: nothing did. */
export type KindReason = 'title' | 'table' | 'annotations' | 'numbers' | 'none';

/** Years, both included. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

export interface TaskDeadline {
  /** As written. */
  readonly text: string;
  /** ISO dates, both included; null where open on that side. */
  readonly start: string | null;
  readonly end: string | null;
  readonly source: 'stated' | 'milestone' | 'inherited';
  /** What kind of time it is, and how fine; null where a deadline column holds no time. */
  readonly kind: DeadlineKind | null;
  readonly grain: Grain | null;
  /** It can be read in two ways; `end` is the later one. */
  readonly ambiguous: boolean;
}

/** A time on the way to the deadline of a task: 2022年底前完成首批. */
export interface TaskMilestone {
  /** As written. */
  readonly text: string;
  /** The last day, an ISO date. */
  readonly end: string;
}

export interface TaskRow {
  readonly key: string;
  /** The number as written, `null` if none. */
  readonly label: string | null;
  /** Nearest heading or group. */
  readonly heading: string | null;
  /** Path of headings, outermost first. */
  readonly section: readonly string[];
  /** 项目 and 分组, the first columns of the official table; empty where there is none. */
  readonly project: string;
  readonly group: string;
  readonly text: string;
  readonly lead: readonly string[];
  readonly participants: readonly string[];
  readonly deadline: TaskDeadline | null;
  /** Other times its words or its outcome name, in their order. */
  readonly milestones: readonly TaskMilestone[];
  readonly outcome: string | null;
  /** The worst finding on this row, `null` if none. */
  readonly severity: TaskFinding['severity'] | null;
  /** What was found in the task, the gravest first; not more than a person would read. */
  readonly findings: readonly TaskFinding[];
}

export interface TaskFinding {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  /** In the client's language. */
  readonly message: string;
}

export interface TaskTableHead {
  readonly uri: string;
  readonly version: number;
  readonly title: string | null;
  readonly kind: PlanKind;
  readonly period: Period | null;
  /** What was found in the whole document, the gravest first. */
  readonly findingCounts: readonly FindingCount[];
}

/** How often a rule found something, at one severity. */
export interface FindingCount {
  readonly rule: string;
  /** What the rule is called, in the reader's language. */
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly count: number;
}

export interface TaskTable extends TaskTableHead {
  readonly rows: readonly TaskRow[];
}

/** `rows` take the place of `deleteCount` rows from index `start` (zero-based) on. */
export interface TaskTableChange extends TaskTableHead {
  readonly start: number;
  readonly deleteCount: number;
  readonly rows: readonly TaskRow[];
}

export interface DocumentParams {
  readonly uri: string;
}

/** Several may look at one table; `viewer` tells them apart. */
export interface WatchTaskTableParams extends DocumentParams {
  readonly viewer?: number;
}

export interface TaskRowParams extends DocumentParams {
  readonly key: string;
}

export interface LocateTaskParams extends TaskRowParams {
  /** Which of the row's findings (zero-based); `null` or one that is gone: the task itself. */
  readonly finding?: number | null;
}

export interface LocateFindingParams extends DocumentParams {
  readonly rule: string;
  readonly severity: FindingCount['severity'];
  /** The first place below this one is wanted, else the first of all; null where nothing is to be seen of the text. */
  readonly after: Position | null;
}

export interface TaskLocation {
  readonly range: Range;
}

export interface TaskAtParams extends DocumentParams {
  readonly position: Position;
}

/** The columns of the table that hold the words of a task. */
export type TaskColumn = 'label' | 'text' | 'lead' | 'participants' | 'deadline' | 'outcome';

export interface EditTaskParams extends TaskRowParams {
  readonly column: TaskColumn;
  /** What the cell shall say; units separated by `、`. */
  readonly value: string;
  /** What it said when the person began to change it; when it says something else now, the edit is refused. */
  readonly old: string;
}

/** `refused`: a sentence for the person, in their language. The edits are for `version`; none: there was nothing to do. */
export type EditTaskResult =
  { readonly refused: string } | { readonly version: number; readonly edits: readonly TextEdit[] };

export interface UnitNamesParams extends DocumentParams {
  /** What was typed of a name: characters, pinyin or its initials. */
  readonly typed: string;
  readonly role: 'lead' | 'participant';
  /** Names the cell has besides. */
  readonly others: readonly string[];
}

/** What of a table is printed: what somebody sees of it, or all. */
export interface PrintedTable {
  /** The rows of a watched table, in this order; `null`: all as written. */
  readonly keys: readonly string[] | null;
  /** Columns to leave out, by the names exports have for them. */
  readonly hidden: readonly string[];
  /** A line below the title. */
  readonly note: string;
}

export interface PrintTaskTableParams extends DocumentParams, PrintedTable {
  /** The name of the file, without folders. */
  readonly name: string;
}

export interface PrintPage {
  readonly html: string;
}

export interface StatusParams extends DocumentParams {
  readonly version: number;
  readonly kind: PlanKind;
  readonly kindReason: KindReason;
  readonly tasks: number;
  readonly period: Period | null;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number; readonly hint: number };
  /** Names of the registers in use besides the base register (paths of `units.yaml` files). */
  readonly registers: readonly string[];
  /** Findings that the baseline keeps out. */
  readonly known: number;
  /** Rules that failed on this document; each is named once in the log. */
  readonly faults: readonly string[];
  /** Milliseconds the check took, when it took long enough to be felt; else `null`. */
  readonly slow: number | null;
  /** The `plandoc.yaml` in use, and how many mistakes are in it; `null` where there is none. */
  readonly config: { readonly uri: string; readonly problems: number } | null;
}
