/** The text of `schemas/units.schema.json`. */
export function unitsSchemaText(): Promise<string>;
