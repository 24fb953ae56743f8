/** What our Word documents carry so that reading them back gives the text they were made from. */

/** The property that keeps the front matter of the text (`docProps/custom.xml`). */
export const FRONT_MATTER_PROPERTY = 'PlandocFrontMatter';
/** The style of titles: line ends in them are layout. */
export const TITLE_STYLE = 'PlanTitle';
/** The style of words of a merged cell that are said again at the top of a page. */
export const REPEATED_STYLE = 'PlanRepeated';
