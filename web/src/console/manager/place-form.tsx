import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import type { Place } from "../../../../shared/domain/place.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { DistrictOptions } from "../../ui/district-options.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { CheckField, SelectField, TextArea, TextField } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { readPlace } from "./read-place.ts";

type PlaceBody = Body<"PUT /api/staff/places/{placeId}">;
const checkPlace = checkAgainst(() => import("../../../../shared/domain/place.ts").then((module) => module.Place));

type Props = { place?: Place | undefined; onDone: (place: Place) => void };

/** A parking place of the bus. Its code is its address in the API and never changes. */
export const PlaceForm = ({ place, onDone }: Props) => {
  const words = useWords(managerWords);
  const common = useWords(consoleWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ placeId: place?.placeId ?? textIn(data, "/placeId").trim(), ...readPlace(data) }),
    // The zone has no field of its own: a missing district is named once.
    check: async (body) => (await checkPlace(body)).filter(({ pointer }) => pointer !== "/zone"),
    send: ({ placeId, ...body }) => call("PUT /api/staff/places/{placeId}", { params: { placeId }, body: body as PlaceBody }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <div class="fields">
        {!place && (
          <TextField
            pointer="/placeId"
            label={words.placeId}
            hint={words.placeIdHint}
            error={errorAt("/placeId")}
            autoCapitalize="none"
            autoComplete="off"
          />
        )}
        <SelectField
          pointer="/districtCode"
          label={words.district}
          error={errorAt("/districtCode")}
          defaultValue={place?.districtCode ?? ""}
        >
          <DistrictOptions />
        </SelectField>
        <TextField pointer="/nameKo" label={words.placeNameKo} error={errorAt("/nameKo")} defaultValue={place?.nameKo} />
        <TextField pointer="/nameEn" label={words.placeNameEn} error={errorAt("/nameEn")} defaultValue={place?.nameEn} />
        <TextField
          pointer="/roadAddress"
          optional
          label={words.roadAddress}
          error={errorAt("/roadAddress")}
          defaultValue={place?.roadAddress ?? ""}
        />
        <TextField
          pointer="/lat"
          inputMode="decimal"
          label={words.lat}
          hint={words.latHint}
          error={errorAt("/lat")}
          defaultValue={place ? String(place.lat) : ""}
        />
        <TextField
          pointer="/lng"
          inputMode="decimal"
          label={words.lng}
          hint={words.lngHint}
          error={errorAt("/lng")}
          defaultValue={place ? String(place.lng) : ""}
        />
        <TextField
          pointer="/stationKo"
          optional
          label={words.stationKo}
          error={errorAt("/stationKo")}
          defaultValue={place?.stationKo ?? ""}
        />
        <TextField
          pointer="/stationEn"
          optional
          label={words.stationEn}
          error={errorAt("/stationEn")}
          defaultValue={place?.stationEn ?? ""}
        />
      </div>
      <fieldset class="group">
        <legend>{words.accessTitle}</legend>
        <div class="fields">
          <CheckField pointer="/stepFreeAccess" label={words.stepFree} defaultChecked={place?.stepFreeAccess ?? false} />
          <CheckField pointer="/indoorWaiting" label={words.indoorWaiting} defaultChecked={place?.indoorWaiting ?? false} />
        </div>
      </fieldset>
      <div class="fields">
        <TextArea
          pointer="/noteKo"
          optional
          label={words.placeNoteKo}
          error={errorAt("/noteKo")}
          defaultValue={place?.noteKo ?? ""}
          rows={3}
        />
        <TextArea
          pointer="/noteEn"
          optional
          label={words.placeNoteEn}
          error={errorAt("/noteEn")}
          defaultValue={place?.noteEn ?? ""}
          rows={3}
        />
      </div>
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {common.save}
        </Button>
      </div>
    </form>
  );
};
