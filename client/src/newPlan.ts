/** The command that begins a new plan: a few questions, each with an answer at hand, then the plan with tab stops. */
import * as vscode from 'vscode';
import {
  NEW_PLAN,
  NEW_PLAN_DEFAULTS,
  type NewPlanDefaults,
  type NewPlanDefaultsParams,
  type NewPlanParams,
  type NewPlanResult,
  type Period,
  type PlanLevel,
  type PlanTemplate,
} from '../../server/src/protocol';
import { findPlans } from './planFiles';
import { reasonOf } from './reason';
import type { ServerController } from './server';
import { ask, askSteps, BACK, pick, type Choice, type Step } from './steps';

/** What is known so far; a command may bring some of it, and a `template` with it is a plan without questions. */
interface Draft {
  readonly template?: PlanTemplate;
  readonly topic?: string;
  readonly region?: string;
  readonly level?: PlanLevel;
  readonly period?: string;
  readonly lead?: string;
  readonly table?: 'markdown' | 'tabs';
}

/** Tells what is usual here, for a region and level that are known already. */
type Usual = (known: Pick<Draft, 'region' | 'level'>) => Promise<NewPlanDefaults>;

export function registerNewPlan(server: ServerController, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.commands.registerCommand('plandoc.newPlan', async (given?: unknown) => {
    const folder = given instanceof vscode.Uri ? given : undefined;
    const known = folder === undefined && typeof given === 'object' && given !== null ? (given as Draft) : {};
    try {
      // The command may be what woke the extension.
      await server.start();
      const draft = known.template ? known : await askDraft(await usualNear(server, folder), known);
      if (draft?.template) await openPlan(await textFor(server, draft, draft.template), folder);
    } catch (error) {
      log.error(`newPlan: ${reasonOf(error)}`);
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The language server gave no answer, so no plan was made. Try “Plandoc: Restart Server”.'),
      );
    }
  });
}

const isoToday = (): string => {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

function textFor(server: ServerController, draft: Draft, template: PlanTemplate): Promise<NewPlanResult> {
  const params: NewPlanParams = { template, answers: { ...draft, today: isoToday() } };
  return server.request<NewPlanResult>(NEW_PLAN, params);
}

/** The plans of this folder first, then the others; the server reads a few. */
async function plansNear(folder: vscode.Uri | undefined): Promise<readonly string[]> {
  const { uris } = await findPlans({ max: 40 });
  const prefix = folder ? `${folder.toString()}/` : '';
  return [...uris.filter((uri) => uri.startsWith(prefix)), ...uris.filter((uri) => !uri.startsWith(prefix))];
}

async function usualNear(server: ServerController, folder: vscode.Uri | undefined): Promise<Usual> {
  const home = folder ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const plans = await plansNear(folder);
  return (known) => {
    const params: NewPlanDefaultsParams = { folder: home?.toString() ?? null, plans, today: isoToday(), ...known };
    return server.request<NewPlanDefaults>(NEW_PLAN_DEFAULTS, params);
  };
}

const KINDS: readonly Choice<PlanTemplate>[] = [
  { label: '实施方案', value: 'implementation-plan' },
  { label: '实施意见', value: 'implementation-opinion' },
  { label: '任务清单', value: 'task-list' },
  { label: '行动计划', value: 'action-plan' },
  { label: '印发通知', value: 'notice' },
];

function kinds(): readonly Choice<PlanTemplate>[] {
  const details: Readonly<Record<PlanTemplate, string>> = {
    'implementation-plan': vscode.l10n.t('General requirements, tasks with who does what by when, safeguards, annex'),
    'implementation-opinion': vscode.l10n.t('With addressee; tasks say in words who leads and who helps'),
    'task-list': vscode.l10n.t('A table: task, lead, participants, deadline, outcome'),
    'action-plan': vscode.l10n.t('Goals, actions, stages, safeguards, indicators as annex'),
    notice: vscode.l10n.t('The notice that issues a plan, and the plan'),
  };
  return KINDS.map((kind) => ({ ...kind, detail: details[kind.value] }));
}

function levels(): readonly Choice<PlanLevel>[] {
  return [
    { label: vscode.l10n.t('County or district'), description: '县、区、旗、县级市', value: 'county' },
    { label: vscode.l10n.t('City'), description: '设区的市、州、盟', value: 'city' },
    { label: vscode.l10n.t('Province'), description: '省、自治区、直辖市', value: 'province' },
    { label: vscode.l10n.t('Township'), description: '乡、镇、街道', value: 'township' },
    { label: vscode.l10n.t('Development zone'), description: '高新区、开发区、园区', value: 'park' },
  ];
}

const PERIOD = /^\s*(?:20\d\d\s*年?(?:\s*[-—–~～至]{1,2}\s*20\d\d\s*年?)?|[“"]?十[三四五六]五[”"]?)\s*$/;

function askDraft(usual: Usual, known: Draft): Promise<Draft | undefined> {
  const steps: Readonly<Record<keyof Draft, Step<Draft>>> = {
    template: choose(
      'template',
      vscode.l10n.t('What kind of document? Enter takes the one marked'),
      kinds,
      () => KINDS[0]!.value,
    ),
    topic: word(
      'topic',
      vscode.l10n.t('What is it about? Enter leaves it to be typed in the plan'),
      () => '',
      '政务服务提升',
    ),
    region: word(
      'region',
      vscode.l10n.t('Which region? With its last character, such as 云溪区'),
      async () => (await usual({})).region ?? '',
      '云溪区',
    ),
    level: choose(
      'level',
      vscode.l10n.t('Of which level is it?'),
      levels,
      async ({ region }) => (await usual(named(region))).level,
    ),
    period: word(
      'period',
      vscode.l10n.t('Which years does it cover? Such as 2026—2028, or one year'),
      async () => periodText((await usual({})).period),
      '2026—2028',
      (text) =>
        text.trim() === '' || PERIOD.test(text)
          ? undefined
          : vscode.l10n.t('Write a year or two, such as 2026 or 2026—2028.'),
    ),
    lead: word(
      'lead',
      vscode.l10n.t('Who leads it? Stands as lead unit where nothing else is known'),
      async ({ region, level }) => (await usual({ ...named(region), ...(level && { level }) })).lead,
      '区政府办',
    ),
    table: {
      ...choose('table', vscode.l10n.t('How is the table written?'), tables, async () => (await usual({})).table),
      applies: ({ template }) => template === 'task-list',
    },
  };
  const open = (Object.keys(steps) as (keyof Draft)[]).filter((key) => known[key] === undefined);
  return askSteps(
    vscode.l10n.t('New Plan'),
    open.map((key) => steps[key]),
    known,
  );
}

const periodText = ({ start, end }: Period): string => (start === end ? String(start) : `${start}—${end}`);

/** A step that is a word; `usual` stands there the first time, and nothing at all is an answer too. */
function word(
  key: 'topic' | 'region' | 'period' | 'lead',
  prompt: string,
  usual: (draft: Draft) => string | Promise<string>,
  placeholder: string,
  problem?: (text: string) => string | undefined,
): Step<Draft> {
  return {
    applies: () => true,
    async ask(draft, head) {
      const answer = await ask(head, { prompt, value: draft[key] ?? (await usual(draft)), placeholder }, problem);
      return answer === undefined || answer === BACK ? answer : { ...draft, [key]: answer };
    },
  };
}

const named = (region: string | undefined): Pick<Draft, 'region'> => (region ? { region } : {});

function tables(): readonly Choice<'markdown' | 'tabs'>[] {
  return [
    { label: vscode.l10n.t('Markdown table'), description: '| 序号 | 主要任务 |', value: 'markdown' },
    { label: vscode.l10n.t('Tab-separated'), description: vscode.l10n.t('as Excel and Word copy it'), value: 'tabs' },
  ];
}

/** A step that is a choice among a few; `usual` is what Enter takes the first time. */
function choose<K extends 'template' | 'level' | 'table'>(
  key: K,
  placeholder: string,
  choices: () => readonly Choice<NonNullable<Draft[K]>>[],
  usual: (draft: Draft) => NonNullable<Draft[K]> | Promise<NonNullable<Draft[K]>>,
): Step<Draft> {
  return {
    applies: () => true,
    async ask(draft, head) {
      const chosen = await pick(head, placeholder, choices(), draft[key] ?? (await usual(draft)));
      return chosen === undefined || chosen === BACK ? chosen : { ...draft, [key]: chosen };
    },
  };
}

/** Where an untitled file with a path is saved to that path; other file systems ask for a place. */
const NAMED_SCHEMES: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

/** An untitled plan; asked for in a folder it has its name there already, so that saving puts it there. */
async function openPlan({ snippet, title }: NewPlanResult, folder: vscode.Uri | undefined): Promise<void> {
  const named = folder && NAMED_SCHEMES.has(folder.scheme);
  const document = named
    ? await vscode.workspace.openTextDocument(await freeName(folder, title))
    : await vscode.workspace.openTextDocument({ language: 'plan', content: '' });
  if (document.languageId !== 'plan') await vscode.languages.setTextDocumentLanguage(document, 'plan');
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await editor.insertSnippet(new vscode.SnippetString(snippet));
}

async function freeName(folder: vscode.Uri, title: string): Promise<vscode.Uri> {
  for (let n = 1; ; n++) {
    const uri = vscode.Uri.joinPath(folder, `${title.replace(/[\\/:*?"<>|]/g, '')}${n > 1 ? `（${n}）` : ''}.plan`);
    const taken = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!taken) return uri.with({ scheme: 'untitled' });
  }
}
