import type { Register, UnitEntry } from './model';
import { createRegister, type RegisterContext } from './register';

/** The register of several files: all units count; of what each says of the place, the first that says it. */
export function joinRegisters(
  parts: readonly { readonly entries: readonly UnitEntry[]; readonly context: RegisterContext }[],
): Register {
  const context = parts.reduceRight<RegisterContext>((all, part) => ({ ...all, ...part.context }), {});
  const collectives = parts.flatMap((part) => part.context.collectives ?? []);
  return createRegister(
    parts.flatMap((part) => part.entries),
    { ...context, ...(collectives.length > 0 && { collectives }) },
  );
}
