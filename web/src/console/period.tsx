import { useState } from "preact/hooks";
import { periodWords } from "../../../shared/copy/period.ts";
import { firstDayOf, monthOf } from "../../../shared/domain/months.ts";
import { type LocalDate, seoulDateOf } from "../../../shared/domain/seoul-time.ts";
import { instantNow } from "../platform/clock.ts";
import { useWords } from "../platform/use-locale.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { textIn } from "../ui/use-form.ts";

/** Days in Seoul, both included. */
export type Period = { from: LocalDate; to: LocalDate };

/** The month so far, or the days that are named, until somebody chooses others. */
export const usePeriod = (first?: Period): [Period, (period: Period) => void] => {
  const today = seoulDateOf(instantNow());
  return useState<Period>(first ?? { from: firstDayOf(monthOf(today)), to: today });
};

export const PeriodForm = ({ period: { from, to }, onChoose }: { period: Period; onChoose: (period: Period) => void }) => {
  const words = useWords(periodWords);
  const today = seoulDateOf(instantNow());
  return (
    <form
      class="report-period no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        onChoose({ from: textIn(data, "/from") as LocalDate, to: textIn(data, "/to") as LocalDate });
      }}
    >
      <TextField pointer="/from" type="date" label={words.from} defaultValue={from} max={today} />
      <TextField pointer="/to" type="date" label={words.to} defaultValue={to} max={today} />
      <Button type="submit" kind="main">
        {words.show}
      </Button>
    </form>
  );
};
