/** Most events of one upload. */
export const mostEvents = 100;
/** Most bytes of their JSON in one upload: the API takes bodies of up to 32 kB. */
export const mostEventBytes = 30_000;
