// The text of schemas/plandoc.schema.json, the JSON Schema of plandoc.yaml, from the zod schema of the reader and the rules.
import { schemaText } from './generate-units-schema.mjs';

/** @param {readonly object[]} rules */
export function projectSchemaText(rules) {
  const specs = rules.map(({ id, title, severity, options }) => ({ id, title, severity, options }));
  return schemaText(`
    import * as z from 'zod/mini';
    import { projectSchema } from './server/src/workspace/projectSchema';
    const schema = z.toJSONSchema(projectSchema(${JSON.stringify(specs)}), { target: 'draft-7', io: 'input' });
    export { schema };`);
}
