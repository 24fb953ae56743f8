/** Text as text; marks that turn the direction of writing are taken out, since they would reorder what stands beside them. */
export function escapeHtml(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
