import type { DocumentLink } from 'vscode-languageserver';
import { linksIn, linksOf, type Link } from '../../core/features/links';
import type { PassageReading } from '../../core/plan/reading';
import { say, type Message } from '../../core/text/locale';
import { addressFrom, folderOf } from '../addresses';
import { guarded } from '../guard';
import type { LspFeature } from './feature';

const SAYS = {
  superior: { zh: '打开上位文件', en: 'Open the superior plan' },
  register: { zh: '打开单位名录', en: 'Open the register' },
} as const satisfies Record<string, Message>;

/** What a link carries until it is used. */
interface FileLink {
  readonly uri: string;
  readonly path: string;
}

/** `textDocument/documentLink`: web addresses, the files of the front matter; files are looked up when a link is used. */
export const documentLink: LspFeature = {
  capabilities: { documentLinkProvider: { resolveProvider: true } },
  register({ connection, documents, sessions, settings, locale }) {
    const inPassage = createPassageLinks();
    connection.onDocumentLinks(
      guarded(connection, documents, 'documentLink', [], async (document): Promise<DocumentLink[]> => {
        const { uri } = document;
        const plan = sessions.planOf(document, await settings(uri));
        return linksOf(plan, inPassage).map(({ range, target }) =>
          target.kind === 'web'
            ? { range, target: target.url }
            : {
                range,
                tooltip: say(SAYS[target.key], locale()),
                data: { uri, path: target.path } satisfies FileLink,
              },
        );
      }),
    );
    connection.onDocumentLinkResolve((link): DocumentLink => {
      const data = link.data as FileLink | undefined;
      const target = data && addressFrom(folderOf(data.uri), data.path);
      return target ? { ...link, target } : link;
    });
  },
};

/** Passages that stayed as they were are not looked through again. */
function createPassageLinks(): (reading: PassageReading) => readonly Link[] {
  const known = new WeakMap<PassageReading, readonly Link[]>();
  return (reading) => {
    let links = known.get(reading);
    if (!links) known.set(reading, (links = linksIn(reading)));
    return links;
  };
}
