/** A document as it is cited, or as it calls itself. */
export interface Cited {
  readonly title: string;
  readonly number: string | null;
}

/** Whether two citations are of the same document. */
export function sameCited(a: Cited, b: Cited): boolean {
  if (a.number !== null && b.number !== null && levelledNumber(a.number) === levelledNumber(b.number)) return true;
  const title = levelledTitle(a.title);
  return title !== '' && title === levelledTitle(b.title);
}

/** The titles a citation may mean: 关于印发〈甲方案〉的通知 carries 甲方案. */
export function titlesMeant(title: string): readonly string[] {
  const inner = /[〈《<](.+)[〉》>]/.exec(title)?.[1];
  const issued = /(?:印发|转发)(.+?)的?通知$/.exec(title)?.[1];
  return [title, inner, issued].filter((one) => one !== undefined);
}

/** Words alone: marks, spaces and what stands in brackets at the end (period, draft) tell no document from another. */
export function levelledTitle(title: string): string {
  return title.replace(/[（(〔][^（）()〔〕]{1,24}[）)〕]\s*$/, '').replace(/[^\u4e00-\u9fffA-Za-z0-9]/g, '');
}

export function levelledNumber(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/[〔〕[\]【】()]/g, '|')
    .replace(/\s|第(?=\d)/g, '');
}
