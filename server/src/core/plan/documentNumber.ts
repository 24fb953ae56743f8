/** What the characters that stand for a body in document numbers usually end in: 云政发〔2022〕12号. */
const ENDING =
  /[发办字函电传令规通告议呈请报任党委政组宣法财教建监管审改农商民人社卫科工信文旅环自资水交安应市府院厅局部城运气医药体食质林粮统侨台外投贸联综]$/;

/** Whether a document number may begin with these characters; years stand in brackets for other reasons too. */
export const isBodySign = (name: string): boolean => ENDING.test(name);
