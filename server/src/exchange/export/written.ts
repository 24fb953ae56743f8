import type { Remark } from '../../core/plan/layout';

/** A file, and what is to be told about it. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly remarks: readonly Remark[];
}
