/**
 * Ties a Mantine input to texts that stand outside it. Mantine sets `aria-describedby` itself and drops a plain one;
 * attributes of the inner element are applied last.
 */
export const describedBy = (ids: string) => ({ attributes: { input: { "aria-describedby": ids } } });
