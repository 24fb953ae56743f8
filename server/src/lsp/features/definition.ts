import type { Location, LocationLink } from 'vscode-languageserver';
import { definitionAt, type Definition } from '../../core/features/definition';
import { registerPage } from '../../core/features/registerPage';
import { superiorsOf, type Plan } from '../../core/plan/plan';
import type { Range } from '../../core/text/position';
import type { UnitEntry } from '../../core/units/model';
import { BASE_REGISTER_URI, REGISTER_PAGE, type RegisterPageResult } from '../../protocol';
import { findCited } from '../../workspace/citedPlans';
import { addressFrom, folderOf, sameFormOf } from '../addresses';
import type { PlanDocument } from '../documents';
import { guarded } from '../guard';
import type { Services } from '../services';
import { namingOf } from '../unitSearch';
import type { LspFeature } from './feature';

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** `textDocument/definition`: a unit's entry, the plan that is cited, the measure a number means, the file that is named. */
export const definition: LspFeature = {
  capabilities: { definitionProvider: true },
  register(services) {
    const { connection, documents } = services;
    connection.onDefinition(
      guarded(connection, documents, 'definition', null, async (document, { position }) => {
        const { plan, naming } = await namingOf(services, document);
        const found = definitionAt(plan, naming, position);
        if (!found) return null;
        const places = await placesOf(found, document, plan, services);
        return services.client().capabilities.textDocument?.definition?.linkSupport
          ? places.map((place) => toLink(place, found.origin))
          : [...places];
      }),
    );
    connection.onRequest(REGISTER_PAGE, (): RegisterPageResult => {
      const { text } = registerPage(services.registers.base.base, services.locale());
      return { text };
    });
  },
};

const toLink = ({ uri, range }: Location, origin: Range): LocationLink => ({
  originSelectionRange: origin,
  targetUri: uri,
  targetRange: range,
  targetSelectionRange: range,
});

async function placesOf(
  found: Definition,
  document: PlanDocument,
  plan: Plan,
  services: Services,
): Promise<readonly Location[]> {
  switch (found.kind) {
    case 'entry':
      return entryPlace(found.entry, services);
    case 'here':
      return found.ranges.map((range) => ({ uri: document.uri, range }));
    case 'document':
      return citedPlaces(found, document.uri, plan, services);
    case 'file': {
      const uri = addressFrom(folderOf(document.uri), found.path);
      return uri !== null && (await exists(uri, services)) ? [{ uri, range: START }] : [];
    }
  }
}

function entryPlace({ name, source }: UnitEntry, { registers, locale, client }: Services): readonly Location[] {
  if (source) return [source];
  if (!client().showsRegister) return [];
  const line = registerPage(registers.base.base, locale()).lines.get(name);
  if (line === undefined) return [];
  const start = { line, character: 2 };
  return [{ uri: BASE_REGISTER_URI, range: { start, end: { line, character: 2 + name.length } } }];
}

async function citedPlaces(
  { title, number }: Extract<Definition, { kind: 'document' }>,
  uri: string,
  plan: Plan,
  { index }: Services,
): Promise<readonly Location[]> {
  const superiors = superiorsOf(plan).flatMap((path) => addressFrom(folderOf(uri), path) ?? []);
  const forms = new Set(superiors.map(sameFormOf));
  const plans = (await index.plans()).filter((one) => sameFormOf(one.uri) !== sameFormOf(uri));
  const found = findCited({ title, number }, plans);
  // A superior plan named in the front matter is meant before another file of the same title.
  const best = found.filter((one) => forms.has(sameFormOf(one.uri)));
  return (best.length > 0 ? best : found).map((one) => ({ uri: one.uri, range: one.titleRange }));
}

async function exists(uri: string, { files, documents }: Services): Promise<boolean> {
  return documents.get(uri) !== undefined || (await files.read(uri)) !== null;
}
