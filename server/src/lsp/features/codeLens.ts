import { CodeLensRefreshRequest, type CodeLens, type CodeLensParams, type Command } from 'vscode-languageserver';
import { sectionCounts, unitsCounted, type SectionCounts } from '../../core/features/sectionCounts';
import type { Plan } from '../../core/plan/plan';
import { say, type Message } from '../../core/text/locale';
import { guarded } from '../guard';
import { createRegisterLenses, isEntryLens } from '../registerLenses';
import type { Services } from '../services';
import type { LspFeature } from './feature';

const SAYS = {
  tasks: { zh: '{tasks} 项任务', en: '{tasks} tasks' },
  leads: { zh: '{tasks} 项任务，{units} 家牵头', en: '{tasks} tasks, {units} units in the lead' },
  units: { zh: '{tasks} 项任务，{units} 家单位', en: '{tasks} tasks, {units} units' },
} as const satisfies Record<string, Message>;

/** The command a lens runs; the client has it (`client/src/lenses.ts`). */
const SHOW_TASKS = 'plandoc.showTasks';

/** What a lens carries until it is seen: which section of which document. */
interface SectionLens {
  readonly uri: string;
  readonly section: number;
}

/**
 * `textDocument/codeLens`: what a section of a plan holds, what an entry of a register does. Where lenses stand is found at
 * once, what they say only when they come into sight.
 */
export const codeLens: LspFeature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  register(services) {
    const { connection, documents } = services;
    const counts = createCounts();
    const planNow = async (uri: string): Promise<Plan | null> => {
      const document = documents.get(uri);
      if (document?.type !== 'plan') return null;
      return services.sessions.planOf(document, await services.settings(uri));
    };
    const registerLenses = createRegisterLenses(services);
    const planLenses = guarded(connection, documents, 'codeLens', [], async (document): Promise<CodeLens[]> => {
      const { uri } = document;
      const own = await services.settings(uri);
      if (!own.shown.codeLens) return [];
      const { sections } = counts(services.sessions.planOf(document, own));
      return sections.map(({ range }, section) => ({ range, data: { uri, section } satisfies SectionLens }));
    });
    connection.onCodeLens((params: CodeLensParams, token) => {
      const document = documents.get(params.textDocument.uri);
      return document?.type === 'other' ? registerLenses.of(document) : planLenses(params, token);
    });
    connection.onCodeLensResolve(async (lens, token): Promise<CodeLens> => {
      if (isEntryLens(lens.data)) return registerLenses.resolve(lens, lens.data, token);
      const { uri, section } = lens.data as SectionLens;
      const plan = await planNow(uri);
      const command = plan && commandFor(counts(plan), uri, section, services);
      return { range: lens.range, command: command ?? { title: '', command: '' } };
    });
    followSetting(services);
  },
};

/** Counted once for each state of a document, whoever asks. */
function createCounts(): (plan: Plan) => SectionCounts {
  const known = new WeakMap<Plan, SectionCounts>();
  return (plan) => {
    let counts = known.get(plan);
    if (!counts) known.set(plan, (counts = sectionCounts(plan)));
    return counts;
  };
}

function commandFor(
  { tasks, sections }: SectionCounts,
  uri: string,
  section: number,
  { locale, client }: Services,
): Command | null {
  const found = sections[section];
  if (!found) return null;
  const { role, count } = unitsCounted(tasks.slice(found.from, found.to));
  const message = count === 0 ? SAYS.tasks : role === 'lead' ? SAYS.leads : SAYS.units;
  const title = say(message, locale(), { tasks: found.to - found.from, units: count });
  // Editors that do not know the command still show the words.
  if (!client().runsCommands) return { title, command: '' };
  return { title, command: SHOW_TASKS, arguments: [uri, found.title ?? ''] };
}

/** The editor asks again by itself when the text changes, not when a setting does. */
function followSetting({ connection, documents, onReviewed, client }: Services): void {
  const shown = new Map<string, boolean>();
  onReviewed(({ uri }, { settings }) => {
    const before = shown.get(uri);
    shown.set(uri, settings.shown.codeLens);
    if (before !== undefined && before !== settings.shown.codeLens && client().refreshes.codeLens)
      void connection.sendRequest(CodeLensRefreshRequest.type);
  });
  documents.onDidClose(({ document }) => void shown.delete(document.uri));
}
