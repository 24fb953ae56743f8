/** What our Word documents carry so that reading them back gives the text they were made from. */

/** The property that keeps the front matter of the text (`docProps/custom.xml`). */
export const FRONT_MATTER_PROPERTY = 'PlandocFrontMatter';
/** The style of titles: line ends in them are layout. Read by its name, since programs that save a document again give ids of their own. */
export const TITLE_STYLE = { id: 'PlanTitle', name: '公文标题' } as const;
/** The style of words of a merged cell that are said again at the top of a page; read by its name too. */
export const REPEATED_STYLE = { id: 'PlanRepeated', name: '合并格重复' } as const;
