import { CodeLensRefreshRequest, type CancellationToken, type CodeLens } from 'vscode-languageserver';
import { say, type Message } from '../core/text/locale';
import type { UnitEntry } from '../core/units/model';
import type { UnitDuties } from '../workspace/unitDuties';
import { sameFormOf } from './addresses';
import type { OtherDocument } from './documents';
import { logFault } from './guard';
import { isRegisterFile } from './registers';
import type { Services } from './services';

const SAYS = {
  duties: { zh: '牵头 {lead} 项，配合 {participants} 项', en: 'Leads {lead}, takes part in {participants}' },
  unused: { zh: '没有方案用到', en: 'Named in no plan' },
} as const satisfies Record<string, Message>;

/** The command a lens runs; the client has it (`client/src/lenses.ts`). */
const SHOW_UNIT = 'plandoc.showUnit';

/** What a lens carries until it is seen: which entry of which register. */
interface EntryLens {
  readonly uri: string;
  readonly unit: string;
}

export function isEntryLens(data: unknown): data is EntryLens {
  return typeof data === 'object' && data !== null && 'unit' in data;
}

export interface RegisterLenses {
  /** Where the lenses of an open register stand; none for other files. Never rejects. */
  of(document: OtherDocument): Promise<CodeLens[]>;
  resolve(lens: CodeLens, data: EntryLens, token: CancellationToken): Promise<CodeLens>;
}

/** Milliseconds after the last change of a plan in which the numbers are looked at again. */
const PAUSE = 1000;

/** What each unit of an open register does in all plans; told anew when a number has become another one. */
export function createRegisterLenses(services: Services): RegisterLenses {
  const { connection, documents, environment, index, locale } = services;
  /** Registers that were asked about, each with the entries of its last version. */
  const shown = new Map<string, { readonly version: number; readonly entries: readonly UnitEntry[] }>();
  let said = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function entriesOf({ uri, version, text }: OtherDocument): Promise<readonly UnitEntry[]> {
    const known = shown.get(uri);
    if (known?.version === version) return known.entries;
    const { readUnitsFile } = await environment.loadYamlFiles();
    const { entries } = readUnitsFile(text.getText(), uri);
    shown.set(uri, { version, entries });
    return entries;
  }

  /** The numbers of all entries shown, to tell whether any changed. */
  async function numbers(): Promise<string> {
    const units = await index.units();
    return [...shown.keys()]
      .flatMap((uri) => units.filter((unit) => standsIn(unit, uri)))
      .map(({ body, lead, participants }) => `${body} ${lead.length} ${participants.length}`)
      .join('\n');
  }

  services.onReviewed(() => {
    if (shown.size === 0 || !services.client().refreshes.codeLens) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void numbers().then((now) => {
        if (now === said) return;
        said = now;
        return connection.sendRequest(CodeLensRefreshRequest.type);
      });
    }, PAUSE);
  });
  documents.onDidClose(({ document }) => {
    shown.delete(document.uri);
    if (shown.size === 0) clearTimeout(timer);
  });

  return {
    async of(document) {
      const { uri } = document;
      if (!isRegisterFile(uri) && !services.registers.uses(uri)) return [];
      try {
        if (!(await services.settings(uri)).shown.codeLens) return [];
        const entries = await entriesOf(document);
        return entries.flatMap(({ name, source }) =>
          source ? [{ range: source.range, data: { uri, unit: name } satisfies EntryLens }] : [],
        );
      } catch (error) {
        logFault(connection, 'codeLens', uri, error);
        return [];
      }
    },
    async resolve(lens, { uri, unit }, token) {
      const found = (await index.units(token)).find((one) => one.entry?.name === unit && standsIn(one, uri));
      const [lead, participants] = [found?.lead.length ?? 0, found?.participants.length ?? 0];
      const title = say(found ? SAYS.duties : SAYS.unused, locale(), { lead, participants });
      const { range } = lens;
      if (!found || !services.client().runsCommands) return { range, command: { title, command: '' } };
      return { range, command: { title, command: SHOW_UNIT, arguments: [uri, range.start, found.body] } };
    },
  };
}

function standsIn({ entry }: UnitDuties, uri: string): boolean {
  return entry?.source !== undefined && sameFormOf(entry.source.uri) === sameFormOf(uri);
}
