/** The pages of care, in a file of their own: fetched when the first of them is opened. */
export const care = () => import("./pages.ts").then(({ carePages }) => carePages);
