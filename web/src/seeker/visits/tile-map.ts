/**
 * The 25 districts of Seoul as tiles of equal size, six to a row, so that each tile is a comfortable target on a phone of 320 px. Neighbours stay
 * neighbours as far as a grid allows; the Han river runs between the third and the fourth row.
 */
export type Tile = {
  district: string;
  column: number;
  row: number;
  /** Names without the "구" and "-gu" that every tile would repeat, in parts between which a line may break. */
  ko: readonly string[];
  en: readonly string[];
};

type Cell = readonly [district: string, ko: string, en: string] | undefined;
const none: Cell = undefined;

// biome-ignore format: the map is read as a map
const rows: readonly (readonly Cell[])[] = [
  [none, none, none, ["11305", "강북", "Gang-buk"], ["11320", "도봉", "Do-bong"], ["11350", "노원", "No-won"]],
  [["11380", "은평", "Eun-pyeong"], ["11410", "서대문", "Seo-dae-mun"], ["11110", "종로", "Jong-no"], ["11290", "성북", "Seong-buk"], ["11230", "동대문", "Dong-dae-mun"], ["11260", "중랑", "Jung-nang"]],
  [none, ["11440", "마포", "Ma-po"], ["11170", "용산", "Yong-san"], ["11140", "중구", "Jung"], ["11200", "성동", "Seong-dong"], ["11215", "광진", "Gwang-jin"]],
  [["11500", "강서", "Gang-seo"], ["11470", "양천", "Yang-cheon"], ["11560", "영등포", "Yeong-deung-po"], ["11590", "동작", "Dong-jak"], ["11680", "강남", "Gang-nam"], ["11740", "강동", "Gang-dong"]],
  [none, ["11530", "구로", "Gu-ro"], ["11545", "금천", "Geum-cheon"], ["11620", "관악", "Gwan-ak"], ["11650", "서초", "Seo-cho"], ["11710", "송파", "Song-pa"]],
];

export const tiles: readonly Tile[] = rows.flatMap((row, y) =>
  row.flatMap((cell, x) => {
    if (!cell) return [];
    const [district, ko, en] = cell;
    return [{ district, column: x + 1, row: y + 1, ko: [ko], en: en.split("-") }];
  }),
);
