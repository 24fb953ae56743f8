/** Finds the document in a saved web page. What stands outside is set aside, not thrown away: it is told to the user. */
import { elementsOf, isElement, type Element } from '../tree';
import { holdsNotes } from './office';

/** Names that content systems of government sites give the element that holds the document. Source: observed practice. */
const NAMES =
  /(?:^|[\s_-])(?:ucap-?content|zoom|trs_editor|trs_ueditor|trs_editor_view|pages_content|article-?con(?:tent|t)?|articlecon|content_?text|xxgk_?content|wzcontent|news_?con(?:tent)?|detail_?con(?:tent)?|view|custom_unionstyle|easysite-news-text|bt_content|con_?text|js_content|p_content|xl-?content|gsj_?content|conTxt)(?:$|[\s_-])/i;

const UNREAD = /^(?:head|script|style|noscript|template|nav|footer|header|aside|select|button|form|iframe|svg)$/;

/** Names of what stands round a document: page feet, the way here, share bars, related links. Source: observed practice. */
const AROUND =
  /(?:^|[\s_-])(?:foot(?:er)?|copyright|breadcrumbs?|crumbs?|dqwz|nav(?:bar)?|menu|bdsharebuttonbox|share|related|xglj|xgwd|xgxx)(?:$|[\s_-])/i;

/** How much of a page an element holds, in characters outside links. What stands round the document is not weighed. */
type Weights = ReadonlyMap<Element, number>;

function weigh(element: Element, weights: Map<Element, number>, around: (element: Element) => boolean): number {
  if (UNREAD.test(element.name) || element.name === 'a' || around(element)) return 0;
  let weight = 0;
  for (const node of element.children) {
    weight += isElement(node) ? weigh(node, weights, around) : node.replace(/\s+/g, '').length;
  }
  weights.set(element, weight);
  return weight;
}

/** The elements the document stands in: one and what is below it; the whole page when nothing stands out. */
export function articleOf(page: Element): ReadonlySet<Element> {
  const all = new Map<Element, number>();
  const most = weigh(page, all, () => false) * LEAST;
  if (most === 0) return within(page, () => false);
  // A name tells what an element is unless most of the page stands in it.
  const around = (element: Element): boolean => {
    const { id = '', class: names = '' } = element.attributes;
    return (AROUND.test(id) || AROUND.test(names)) && (all.get(element) ?? 0) < most;
  };
  const weights = new Map<Element, number>();
  const total = weigh(page, weights, around);
  const [best] = named(page).toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
  const article = best && (weights.get(best) ?? 0) >= total * LEAST ? best : heaviest(page, weights);
  return new Set([article, ...noteLists(page)].flatMap((part) => [...within(part, around)]));
}

const noteLists = (element: Element): readonly Element[] =>
  elementsOf(element).flatMap((node) => (holdsNotes(node) ? [node] : noteLists(node)));

/** A named element with less of the page than this share is something else, or empty because a script was to fill it. */
const LEAST = 0.25;

/** The outermost elements of known names. */
function named(element: Element): readonly Element[] {
  return elementsOf(element).flatMap((node) => {
    const { id = '', class: names = '' } = node.attributes;
    return NAMES.test(id) || NAMES.test(names) || node.name === 'ucapcontent' ? [node] : named(node);
  });
}

/** Elements a document may be divided by, but never consists of. */
const INSIDE = /^(?:p|table|tbody|tr|td|th|ul|ol|dl|li|span|font|b|strong|h\d|pre|blockquote|section)$/;

/** Goes down as long as one child holds nearly all there is. */
function heaviest(page: Element, weights: Weights): Element {
  let here = page;
  for (;;) {
    const weight = weights.get(here) ?? 0;
    const next = elementsOf(here).find((node) => (weights.get(node) ?? 0) >= weight * 0.8);
    if (!next || (here !== page && isInside(next))) return here;
    here = next;
  }
}

/** A wrapper about one table is no more than the table, and one about words a paragraph: more of the document stands beside. */
function isInside(element: Element): boolean {
  if (INSIDE.test(element.name)) return true;
  const inner = elementsOf(element);
  if (inner.length === 1 && inner[0]!.name === 'table') return true;
  return inner.every(
    ({ name, children }) =>
      /^(?:a|b|strong|font|span|u|i|em|sup|sub)$/.test(name) &&
      children.every((node) => !isElement(node) || node.name !== 'br'),
  );
}

/** All elements at and below `element`, without those that `isLeftOut` and what they hold. */
function within(element: Element, isLeftOut: (element: Element) => boolean): ReadonlySet<Element> {
  const found = new Set<Element>();
  const add = (one: Element): void => {
    found.add(one);
    for (const node of one.children) if (isElement(node) && !isLeftOut(node)) add(node);
  };
  add(element);
  return found;
}
