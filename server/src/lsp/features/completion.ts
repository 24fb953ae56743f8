import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver';
import {
  createCompleter,
  createUnitNames,
  createVocabulary,
  type Complete,
} from '../../core/features/completion/complete';
import {
  plainText,
  type About,
  type Proposal,
  type ProposalKind,
  type Template,
} from '../../core/features/completion/proposal';
import { escape, unitCard } from '../../core/features/hover';
import { homeOf } from '../../core/plan/home';
import { createLaws } from '../../core/lexicon/laws';
import { soundOf, type Spell } from '../../core/lexicon/pinyin';
import type { Plan } from '../../core/plan/plan';
import { say, type Locale } from '../../core/text/locale';
import { UNIT_NAMES, type UnitNamesParams } from '../../protocol';
import type { PlanDocument } from '../documents';
import { guarded, logFault } from '../guard';
import type { LoadedRegister } from '../registers';
import type { Services } from '../services';
import type { Settings } from '../settings';
import type { LspFeature } from './feature';
import { cardContext } from './hover';

/** Both widths of the marks behind which something is expected, as either is typed by habit. */
const TRIGGERS = ['：', ':', '、', '，', ',', '；', ';', '（', '(', '《', '〔', '—', '*', '|'];

/** A cell of the task table has room for so many. */
const MOST_NAMES = 8;

/** `textDocument/completion` and `completionItem/resolve`. */
export const completion: LspFeature = {
  capabilities: { completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true } },
  register(services) {
    const { connection, documents } = services;
    const vocabulary = createVocabulary(() => createLaws([]).titles);
    const completers = new Map<string, Complete>();
    documents.onDidClose(({ document }) => void completers.delete(document.uri));
    connection.onCompletion(
      guarded(connection, documents, 'completion', null, async (document, { position }) => {
        const { plan, loaded, settings } = await readingOf(document, services);
        let complete = completers.get(document.uri);
        if (!complete) completers.set(document.uri, (complete = createCompleter(vocabulary)));
        const superiors = await services.superiors(document.uri, plan);
        const ownTitles = settings.review.words.laws;
        const proposals = complete(plan, position, { register: loaded.register, superiors, ownTitles });
        return proposals.length === 0 ? null : listOf(proposals, document.uri, vocabulary.spell, services);
      }),
    );
    const namers = new Map<string, ReturnType<typeof createUnitNames>>();
    documents.onDidClose(({ document }) => void namers.delete(document.uri));
    connection.onRequest(UNIT_NAMES, async ({ uri, typed, role, others }: UnitNamesParams) => {
      const document = documents.get(uri);
      if (document?.type !== 'plan') return [];
      const { plan, loaded } = await readingOf(document, services);
      let names = namers.get(uri);
      if (!names) namers.set(uri, (names = createUnitNames(vocabulary)));
      return names(plan, { typed, role, others }, loaded.register).slice(0, MOST_NAMES);
    });
    connection.onCompletionResolve(async (item) => {
      try {
        return await resolve(item, services);
      } catch (error) {
        logFault(connection, 'completionItem/resolve', dataOf(item)?.uri ?? '', error);
        return item;
      }
    });
  },
};

/** The plan and its register as they are now. Findings are not waited for: nothing here depends on them. */
async function readingOf(
  document: PlanDocument,
  services: Services,
): Promise<{ readonly plan: Plan; readonly loaded: LoadedRegister; readonly settings: Settings }> {
  const settings = await services.settings(document.uri);
  const plan = services.sessions.planOf(document, settings);
  return { plan, settings, loaded: await services.register(document.uri, plan, settings) };
}

/** What an item brings along so that its card can be made later. */
interface ItemData {
  readonly uri: string;
  readonly about: About;
}

const dataOf = (item: CompletionItem): ItemData | undefined => item.data as ItemData | undefined;

async function resolve(item: CompletionItem, services: Services): Promise<CompletionItem> {
  const data = dataOf(item);
  const document = data && services.documents.get(data.uri);
  if (!data || document?.type !== 'plan') return item;
  if (data.about.kind === 'text')
    return { ...item, documentation: { kind: MarkupKind.Markdown, value: escape(data.about.text) } };
  const { plan, loaded } = await readingOf(document, services);
  const naming = { register: loaded.register, home: services.index.homeOf(homeOf(plan.facts), loaded.register) };
  const card = unitCard(data.about.name, plan, cardContext(data.uri, naming, services));
  return { ...item, documentation: { kind: MarkupKind.Markdown, value: card.join('\n\n') } };
}

/**
 * What was typed is matched here (pinyin is beyond editors), so the list is always asked for again when more is typed, and
 * every item passes the editor's own filter by what was typed. Until the new list is there the editor filters the old one
 * by what may follow: how the label is read, and the label. VS Code also keeps an old list where a new word begins, which
 * for it letters behind Chinese characters do (区s).
 */
function listOf(
  proposals: readonly Proposal[],
  uri: string,
  spell: Spell,
  { client, locale }: Services,
): CompletionList {
  const skills = skillsOf(client().capabilities);
  const items = proposals.map((one, at) => ({
    ...toItem(one, at, uri, skills, locale()),
    filterText: `${one.typed.text}${soundOf(spell(one.label))}${one.label}`,
  }));
  return { isIncomplete: true, items };
}

interface Skills {
  readonly snippets: boolean;
  readonly insertReplace: boolean;
}

function skillsOf({ textDocument }: ClientCapabilities): Skills {
  const item = textDocument?.completion?.completionItem;
  return { snippets: item?.snippetSupport === true, insertReplace: item?.insertReplaceSupport === true };
}

const KINDS: Record<ProposalKind, CompletionItemKind> = {
  unit: CompletionItemKind.Class,
  collective: CompletionItemKind.Interface,
  deadline: CompletionItemKind.Event,
  number: CompletionItemKind.EnumMember,
  frame: CompletionItemKind.Snippet,
  label: CompletionItemKind.Field,
  citation: CompletionItemKind.Reference,
  heading: CompletionItemKind.Struct,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  clause: CompletionItemKind.Snippet,
};

function toItem(proposal: Proposal, index: number, uri: string, skills: Skills, locale: Locale): CompletionItem {
  const { label, kind, insert, typed, detail, about } = proposal;
  const isSnippet = skills.snippets && insert.some((part) => typeof part !== 'string');
  const newText = isSnippet ? snippet(insert) : plainText(insert);
  const { range, replace } = typed;
  return {
    label,
    kind: KINDS[kind],
    ...(detail && { detail: say(detail.message, locale, detail.args) }),
    sortText: String(index).padStart(4, '0'),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: skills.insertReplace ? { newText, insert: range, replace } : { newText, range },
    ...(about && { data: { uri, about } satisfies ItemData }),
  };
}

/** A template in the editor's syntax for snippets (LSP 3.17, “Snippet Syntax”). */
function snippet(template: Template): string {
  let stop = 0;
  const parts = template.map((part) => {
    if (typeof part === 'string') return part.replace(/[\\$}]/g, '\\$&');
    return part.hole === '' ? `$\{${++stop}}` : `$\{${++stop}:${part.hole.replace(/[\\$}]/g, '\\$&')}}`;
  });
  return `${parts.join('')}$0`;
}
