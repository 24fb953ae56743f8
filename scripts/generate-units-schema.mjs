// Writes schemas/units.schema.json, the JSON Schema of units.yaml, from the zod schema the reader uses.
import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format } from 'prettier';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The text of the schema file. */
export async function unitsSchemaText() {
  return schemaText(`
    import * as z from 'zod/mini';
    import { fileSchema } from './server/src/workspace/unitsSchema';
    // Draft 7 is the one that YAML extensions read; what the file may hold is the input of the schema.
    export const schema = z.toJSONSchema(fileSchema, { target: 'draft-7', io: 'input' });`);
}

/** The JSON Schema that a piece of code exports as `schema`, as the text of a file. */
export async function schemaText(entry) {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    charset: 'utf8',
  });
  const { schema } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
  return format(JSON.stringify(closed(schema)), { parser: 'json', printWidth: 120 });
}

/** A key nobody knows is a slip: editors underline it, as the reader does. */
function closed(node) {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map(closed);
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return copy.type === 'object' && copy.properties ? { ...copy, additionalProperties: false } : copy;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(join(root, 'schemas'), { recursive: true });
  writeFileSync(join(root, 'schemas', 'units.schema.json'), await unitsSchemaText());
}
