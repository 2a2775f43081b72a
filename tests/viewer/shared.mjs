// What all tests share: one browser, one hub and its broker. run.mjs fills and empties it.
export const shared = {};
