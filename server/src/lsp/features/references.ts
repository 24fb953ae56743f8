import { DocumentHighlightKind, type CancellationToken, type Location } from 'vscode-languageserver';
import { placesAlike, type Alike } from '../../core/features/alike';
import { targetAt } from '../../core/features/target';
import { sameCited, type Cited } from '../../core/plan/cited';
import { bodyOf } from '../../core/units/body';
import { guarded, logFault } from '../guard';
import type { Services } from '../services';
import { findUnit, namingOf, type SoughtUnit } from '../unitSearch';
import { unitInRegister } from '../unitsDocument';
import type { LspFeature } from './feature';

const KINDS: Readonly<Record<Alike['as'], DocumentHighlightKind>> = {
  lead: DocumentHighlightKind.Write,
  participant: DocumentHighlightKind.Read,
  prose: DocumentHighlightKind.Text,
  itself: DocumentHighlightKind.Write,
  cited: DocumentHighlightKind.Read,
};

/** `textDocument/documentHighlight`: all names of one unit, all references to one measure, all citations of one document. */
export const documentHighlight: LspFeature = {
  capabilities: { documentHighlightProvider: true },
  register(services) {
    const { connection, documents } = services;
    connection.onDocumentHighlight(
      guarded(connection, documents, 'documentHighlight', null, async (document, { position }) => {
        const { plan, naming } = await namingOf(services, document);
        const target = targetAt(plan, naming, position);
        const places = target ? placesAlike(target, plan, naming) : [];
        // Nothing to show: the editor goes on to its own way, equal words, where `null` is answered.
        return places.length === 0 ? null : places.map(({ range, as }) => ({ range, kind: KINDS[as] }));
      }),
    );
  },
};

/** `textDocument/references`: the same over the workspace, from the text and from an entry of a register. */
export const references: LspFeature = {
  capabilities: { referencesProvider: true },
  register(services) {
    const { connection, documents } = services;
    connection.onReferences(async ({ textDocument: { uri }, position, context }, token) => {
      try {
        const document = documents.get(uri);
        if (document?.type === 'other') {
          const unit = await unitInRegister(document, position, services);
          return unit ? await unitPlaces(unit, context.includeDeclaration, services, token) : null;
        }
        if (!document) return null;
        const { plan, naming } = await namingOf(services, document);
        const target = targetAt(plan, naming, position);
        if (target?.kind === 'unit') {
          const { register, home } = naming;
          const { name } = target.unit;
          const resolution = register.resolve(name);
          const unit = { body: bodyOf(resolution, home), name, entry: resolution.entry, register };
          return await unitPlaces(unit, context.includeDeclaration, services, token);
        }
        if (target?.kind === 'citation') {
          const { title, number } = target.citation;
          return await citedPlaces({ title, number: number?.text ?? null }, services, token);
        }
        return (target ? placesAlike(target, plan, naming) : [])
          .filter(({ as }) => as !== 'itself' || context.includeDeclaration)
          .map(({ range }) => ({ uri, range }));
      } catch (error) {
        logFault(connection, 'references', uri, error);
        return null;
      }
    });
  },
};

async function unitPlaces(
  unit: SoughtUnit,
  withEntry: boolean,
  services: Services,
  token: CancellationToken,
): Promise<readonly Location[] & Location[]> {
  const found = await findUnit(unit, services, token);
  const places = found.flatMap(({ uri, occurrences }) => occurrences.map(({ range }) => ({ uri, range })));
  const source = unit.entry?.source;
  return withEntry && source ? [{ uri: source.uri, range: source.range }, ...places] : places;
}

async function citedPlaces(cited: Cited, { index }: Services, token: CancellationToken): Promise<Location[]> {
  const plans = await index.plans(token);
  return plans.flatMap(({ uri, citations }) =>
    citations.filter((one) => sameCited(cited, one)).map(({ range }) => ({ uri, range })),
  );
}
