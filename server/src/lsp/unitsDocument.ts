import type { Position } from '../core/text/position';
import { touches } from '../core/text/position';
import { createRegister } from '../core/units/register';
import type { OtherDocument } from './documents';
import { isRegisterFile } from './registers';
import type { Services } from './services';
import type { SoughtUnit } from './unitSearch';

/** The unit whose name stands at a position of an open register file; `null` elsewhere. */
export async function unitInRegister(
  { uri, text }: OtherDocument,
  position: Position,
  { environment, registers }: Services,
): Promise<SoughtUnit | null> {
  if (!isRegisterFile(uri) && !registers.uses(uri)) return null;
  const { readUnitsFile } = await environment.loadYamlFiles();
  const { entries, context } = readUnitsFile(text.getText(), uri);
  const entry = entries.find(({ source }) => source && touches(source.range, position));
  if (!entry) return null;
  return { body: `${uri}#${entry.name}`, name: entry.name, entry, register: createRegister(entries, context) };
}
