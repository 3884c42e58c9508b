import type { Place } from "../../../../shared/domain/place.ts";

type Spot = Pick<Place, "nameKo" | "lat" | "lng">;

/** Links to a place by its coordinates; none of them needs a key. Naver's form is the one its developer forum gives for the web. */
export const mapLinks = ({ nameKo, lat, lng }: Spot) => {
  // A comma or a slash in the name would end it in Kakao's address.
  const name = encodeURIComponent(nameKo.replace(/[,/]/g, " "));
  return {
    kakao: `https://map.kakao.com/link/map/${name},${lat},${lng}`,
    naver: `https://map.naver.com/?lng=${lng}&lat=${lat}&title=${name}`,
    google: `https://www.google.com/maps/search/?api=1&query=${lat}%2C${lng}`,
  };
};
