import type { Message } from '../../../text/locale';

/** Why a cell of the task table cannot be changed, and what to do instead. */
export const MESSAGES = {
  gone: { zh: '这一行已经不在文稿里，没有改动。', en: 'This row is no longer in the text, so nothing was changed.' },
  changed: {
    zh: '这一格在文稿里刚刚改过，没有改动。请核对现在的内容后再改。',
    en: 'This cell has just changed in the text, so nothing was done. Look at what it says now and try again.',
  },
  label: {
    zh: '序号随文稿编排，不在表中逐个修改。请在文稿中修改，或者用“全文重新编号”。',
    en: 'Numbers follow the text and are not changed one by one here. Change them in the text, or use “Renumber the Document”.',
  },
  noColumn: {
    zh: '文稿的表格中没有“{column}”列，没有地方写。请先在文稿里加上这一列。',
    en: 'The table in the text has no column “{column}”. Add it there first.',
  },
  slipped: {
    zh: '这一行少了一格，各栏错了位，没有改动。请先在文稿里补上那一格。',
    en: 'This row lacks a cell, so its columns have slipped; nothing was changed. Add the missing cell first.',
  },
  merged: {
    zh: '空着的格读作同上一行，这里不能清空，没有改动。请在文稿里修改。',
    en: 'An empty cell is read like the row above, so this one cannot be emptied here. Nothing was changed; change the text.',
  },
  empty: { zh: '主要任务不能为空，没有改动。', en: 'The measure cannot be empty, so nothing was changed.' },
  nobody: {
    zh: '至少要留一个承担单位，没有改动。要删去整个括注，请在文稿里修改。',
    en: 'Somebody has to answer for it, so nothing was changed. To take the whole annotation away, change the text.',
  },
  notNames: {
    zh: '这里只写单位名称，用顿号分开；“牵头”“等”一类的话请在文稿里写。没有改动。',
    en: 'Only names of units go here, separated by “、”; write any other words in the text. Nothing was changed.',
  },
  noTime: {
    zh: '“{value}”没有读成一个时限，没有改动。请写成“2025年底前”“2025年6月底前”这样的时间。',
    en: '“{value}” was not read as one deadline, so nothing was changed. Write a time such as 2025年底前 or 2025年6月底前.',
  },
  milestone: {
    zh: '这个时限写在正文里，这样改不合原句，没有改动。请在正文修改。',
    en: 'This deadline is part of the sentence, which the new one does not fit. Nothing was changed; change the text.',
  },
  inherited: {
    zh: '这个时限是全文统一规定的，不能在这里删去。',
    en: 'This deadline is stated for the whole plan and cannot be taken away here.',
  },
  noAnnotation: {
    zh: '这项措施还没有责任括注，没有地方写。请先填牵头单位或者责任单位。',
    en: 'This measure has no annotation to hold it. Fill in the units first.',
  },
  inHeading: {
    zh: '这里显示的是标题，请在文稿里修改。',
    en: 'What is shown here is a heading; change it in the text.',
  },
  rule: {
    zh: '本文说明了列第一位的牵头，这样改后读法会变，没有改动。请在文稿里修改。',
    en: 'In this plan the first unit named leads, so this would be read differently. Nothing was changed; change the text.',
  },
  others: {
    zh: '这样改会连带改变别的任务，没有改动。请在文稿里修改。',
    en: 'This would change other tasks too, so nothing was done. Change it in the text.',
  },
  unfit: {
    zh: '按文稿现有的写法，这样改后会读成别的意思，没有改动。请在文稿里修改。',
    en: 'As the text is written this would be read differently, so nothing was changed. Change it in the text.',
  },
} as const satisfies Record<string, Message>;
