// A document as the archive lists it: docs/openapi.json.
export interface Listed {
  id: string;
  where: string;
  title: string | null;
  source: string | null;
  date: string | null;
  url: string | null;
  said?: string; // what it shares with the words that were looked for
  words?: number; // how many of them
}
