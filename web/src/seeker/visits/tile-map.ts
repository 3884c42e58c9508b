/**
 * The 25 districts of Seoul as tiles of equal size, six to a row, so that each tile is a comfortable target on a phone of 320 px. Neighbours stay
 * neighbours as far as a grid allows; the Han river runs between the third and the fourth row.
 */
export type Tile = { district: string; column: number; row: number };

const rows: readonly (readonly string[])[] = [
  ["", "", "", "11305", "11320", "11350"],
  ["11380", "11410", "11110", "11290", "11230", "11260"],
  ["", "11440", "11170", "11140", "11200", "11215"],
  ["11500", "11470", "11560", "11590", "11680", "11740"],
  ["", "11530", "11545", "11620", "11650", "11710"],
];

export const tiles: readonly Tile[] = rows.flatMap((row, y) =>
  row.flatMap((district, x) => (district === "" ? [] : [{ district, column: x + 1, row: y + 1 }])),
);
