// Adding up hours, apart from the page.

/** Add up what was typed, as the server does: what is no whole number counts for nothing. */
export function reckon(typed: readonly string[], load: number): { total: number; left: number } {
  const total = typed.map((each) => each.trim()).reduce((sum, each) => sum + (/^[0-9]{1,3}$/.test(each) ? Number(each) : 0), 0);
  return { total, left: load - total };
}
