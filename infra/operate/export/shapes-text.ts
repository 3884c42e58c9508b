import { inventory, ledgerInventory } from "../../../shared/domain/inventory.ts";
import type { ItemType, LedgerType } from "../../../shared/wiring.ts";

/** Names of fields and what was seen in them. */
export type Shape = Map<string, Set<string>>;

export type Described = { type: string; rows: number; shape: Shape };
type Opening = { opened: number; leftSealed: number };

const heldBy = (holds: Partial<Record<string, readonly string[]>>): string =>
  Object.entries(holds)
    .map(([whose, what]) => `${whose}: ${(what ?? []).join(", ")}`)
    .join("; ") || "nothing that names anybody";

const sectionOf = (
  { type, rows, shape }: Described,
  entry: { holds: Partial<Record<string, readonly string[]>>; kept: string },
): string => {
  const fields = [...shape].sort(([a], [b]) => (a < b ? -1 : 1)).map(([field, kinds]) => `\`${field}\` ${[...kinds].sort().join(" or ")}`);
  return `### ${type}\n\n${rows} records. Holds ${heldBy(entry.holds)}. Kept: ${entry.kept}.\n\n${fields.join(", ")}\n`;
};

const unlisted = { holds: {}, kept: "not in the inventory of this version" };

/** What is in an export and how it is to be read: for whoever takes it into another system. */
export const shapesText = ({
  at,
  table,
  ledger,
  opening,
}: {
  at: string;
  table: readonly Described[];
  ledger: readonly Described[];
  opening: Opening;
}): string => `# Jobstop 일자리 정류장: everything that was kept, ${at}

이 폴더에는 개인정보가 들어 있습니다. 맡은 사람만 열어 보고, 옮긴 뒤에는 지우십시오. 열어 볼 표는 \`csv\` 폴더에 있습니다.

This folder holds personal data of everybody. Keep it encrypted, give it to nobody who is not entitled to all of it, and delete it when it has been taken in.

- \`table/TYPE.jsonl\`, \`ledger/TYPE.jsonl\`: one record a line, JSON in UTF-8, its fields in order. Sets are lists; bytes are \`{"base64": "…"}\`. Every record of the two tables is in exactly one line.
- \`csv/\`: people, registrations, bookings, employers and postings for a spreadsheet, times in Seoul. Text that a spreadsheet would run has an apostrophe before it.
- \`manifest.json\`: rows, bytes and SHA-256 of each file. Without it the export is not complete.

\`…At\` is an instant in UTC, \`…On\` a date in Seoul, \`expiresAt\` a second since 1970 after which the record may be gone. Ids lead from one record to another: a registration to its person
(\`personId\`), visit and ticket, an agenda to its bookings, a booking to its slot, posting and employer. \`pk\`, \`sk\`, \`gsi1pk\`, \`gsi1sk\`, \`version\` are of the table alone.
The database was read while it was in use, unless nobody was let in: records that changed meanwhile may be of either moment.

## What is sealed

- \`support-needs\`, \`support-groups\`, \`support-share\`: what people need and belong to. ${opening.opened} were opened (\`opened\`), ${opening.leftSealed} left sealed${opening.leftSealed > 0 ? ": the export was made without the secrets `support-seal-key` and `ticket-seal-key`" : ""}.
- Left sealed always: QR codes (\`ticket\`: they would open the door in somebody's place), signing keys of visits (\`visit-key\`, wrapped by KMS), secrets of authenticator apps and of webhooks. They are of no
  use elsewhere; people get new ones. Words that were sealed on a phone (\`check-in-event\`) open only with their visit's key, which is destroyed two weeks after it.
- Sign-in codes, sessions and keys of systems are kept as hashes, and lead nowhere.

## The table

${table.map((one) => sectionOf(one, inventory[one.type as ItemType] ?? unlisted)).join("\n")}
## The ledger

${ledger.map((one) => sectionOf(one, ledgerInventory[one.type as LedgerType] ?? unlisted)).join("\n")}`;
