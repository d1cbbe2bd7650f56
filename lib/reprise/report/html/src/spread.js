export function spreadRow() { return null; }
export function spreadSentence() { return []; }
