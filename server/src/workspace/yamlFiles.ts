/** What reads and edits the YAML files of a workspace: a bundle of its own, for yaml and zod come with it. */
export { readProjectFile } from './projectFile';
export { addUnitsEdit, missingUnits } from './unitsEdits';
export { addAliasEdit, addUnitEdit, readUnitsFile } from './unitsFile';
export { editBetween, mergeUnits } from './unitsMerge';
export { renameUnitEdits } from './unitsRename';
