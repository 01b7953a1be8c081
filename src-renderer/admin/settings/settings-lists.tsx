/** Settings that are told matter by matter. */
import { ActionIcon, NativeSelect, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { REVIEW_RULES } from "../../../src-shared/domain/office-settings.ts";
import { useMatters } from "../../counter/home/matters.ts";
import { libraryQuery } from "../../policy/library.ts";
import type { SettingsForm } from "./settings-form.ts";
import { settingsText as text } from "./settings-text.ts";
import classes from "./settings-lists.module.css";
import settingsClasses from "./settings.module.css";

export interface ListProps {
  readonly form: SettingsForm;
  readonly readOnly: boolean;
  readonly onChange: (change: Partial<SettingsForm>) => void;
}

function useMatterTitles() {
  const matters = useMatters().data ?? [];
  const titles = new Map(matters.map(({ id, cityTitle, title }) => [id, `${cityTitle} · ${title}`]));
  return { matters, titleOf: (id: string) => titles.get(id) ?? id };
}

/** Offers what is not on the list yet; choosing adds it. */
function AddMatter({
  label,
  offered,
  onAdd,
}: {
  readonly label: string;
  readonly offered: readonly { readonly value: string; readonly label: string }[];
  readonly onAdd: (id: string) => void;
}) {
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value=""
      onChange={(event) => event.currentTarget.value !== "" && onAdd(event.currentTarget.value)}
      data={[{ value: "", label: text.addMatter }, ...offered]}
    />
  );
}

function Remove({ title, onClick }: { readonly title: string; readonly onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={text.remove(title)} onClick={onClick}>
      <IconX size={16} aria-hidden />
    </ActionIcon>
  );
}

export function ReviewMatters({ form, readOnly, onChange }: ListProps) {
  const { matters, titleOf } = useMatterTitles();
  const rows = form.reviewMatters;
  const put = (reviewMatters: SettingsForm["reviewMatters"]): void => onChange({ reviewMatters });
  const offered = matters.filter(({ id }) => rows.every(({ matter }) => matter !== id));
  return (
    <div className={settingsClasses.settingList} role="group" aria-label={text.reviewMatters}>
      <h3>{text.reviewMatters}</h3>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : null}
      {rows.map(({ matter, rule }) => (
        <div key={matter} className={classes.settingRow}>
          <span>{titleOf(matter)}</span>
          {readOnly ? (
            <span>{text.rules[rule]}</span>
          ) : (
            <>
              <NativeSelect
                size="xs"
                aria-label={`${titleOf(matter)} ${text.rule}`}
                value={rule}
                onChange={(event) => {
                  const chosen = REVIEW_RULES.find((one) => one === event.currentTarget.value) ?? rule;
                  put(rows.map((row) => (row.matter === matter ? { matter, rule: chosen } : row)));
                }}
                data={REVIEW_RULES.map((one) => ({ value: one, label: text.rules[one] }))}
              />
              <Remove title={titleOf(matter)} onClick={() => put(rows.filter((row) => row.matter !== matter))} />
            </>
          )}
        </div>
      ))}
      {readOnly ? null : (
        <AddMatter
          label={`${text.reviewMatters} ${text.addMatter}`}
          offered={offered.map(({ id }) => ({ value: id, label: titleOf(id) }))}
          onAdd={(matter) => put([...rows, { matter, rule: "always" }])}
        />
      )}
    </div>
  );
}

export function TimeLimits({
  form,
  readOnly,
  errors,
  onChange,
}: ListProps & { readonly errors: Readonly<Record<string, string>> }) {
  const { matters, titleOf } = useMatterTitles();
  const rows = form.timeLimits;
  const put = (timeLimits: SettingsForm["timeLimits"]): void => onChange({ timeLimits });
  // what the policy data states is not the office's to change
  const offered = matters.filter(({ id, workingDays }) => workingDays === null && rows.every(({ matter }) => matter !== id));
  return (
    <div className={settingsClasses.settingList} role="group" aria-label={text.timeLimits}>
      <h3>{text.timeLimits}</h3>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : null}
      {rows.map(({ matter, workingDays }, at) => (
        <div key={matter} className={classes.settingRow}>
          <span>{titleOf(matter)}</span>
          {readOnly ? (
            <span className="tabular">{workingDays}</span>
          ) : (
            <>
              <TextInput
                size="xs"
                className={classes.settingNumber}
                aria-label={`${titleOf(matter)} ${text.days}`}
                value={workingDays}
                inputMode="numeric"
                maxLength={3}
                autoComplete="off"
                error={errors[`timeLimits.${at}.workingDays`]}
                onChange={(event) => {
                  const typed = event.currentTarget.value;
                  put(rows.map((row) => (row.matter === matter ? { matter, workingDays: typed } : row)));
                }}
              />
              <Remove title={titleOf(matter)} onClick={() => put(rows.filter((row) => row.matter !== matter))} />
            </>
          )}
        </div>
      ))}
      {readOnly ? null : (
        <AddMatter
          label={`${text.timeLimits} ${text.addMatter}`}
          offered={offered.map(({ id }) => ({ value: id, label: titleOf(id) }))}
          onAdd={(matter) => put([...rows, { matter, workingDays: "20" }])}
        />
      )}
    </div>
  );
}

export function PromiseMaterials({ form, readOnly, onChange }: ListProps) {
  const { matters, titleOf } = useMatterTitles();
  const [matter, setMatter] = useState("");
  const rows = form.promiseMaterials;
  const put = (promiseMaterials: SettingsForm["promiseMaterials"]): void => onChange({ promiseMaterials });
  const cityOf = (id: string): string => matters.find((one) => one.id === id)?.city ?? "";
  const cities = [...new Set([matter, ...rows.map((row) => row.matter)].map(cityOf))].filter((city) => city !== "");
  const libraries = useQueries({ queries: cities.map(libraryQuery) });
  const materialsOf = (id: string) =>
    libraries.flatMap(({ data }) => data?.matters.find((one) => one.id === id)?.materials ?? []);
  const materialTitle = (row: (typeof rows)[number]): string =>
    materialsOf(row.matter).find(({ id }) => id === row.material)?.title ?? row.material;
  const offered = new Map(materialsOf(matter).map(({ id, title }) => [id, title]));
  for (const row of rows) if (row.matter === matter) offered.delete(row.material);
  return (
    <div className={settingsClasses.settingList} role="group" aria-label={text.promiseMaterials}>
      <h3>{text.promiseMaterials}</h3>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : null}
      {rows.map((row) => (
        <div key={`${row.matter} ${row.material}`} className={classes.settingRow}>
          <span>
            {titleOf(row.matter)}：<strong>{materialTitle(row)}</strong>
          </span>
          {readOnly ? null : <Remove title={materialTitle(row)} onClick={() => put(rows.filter((one) => one !== row))} />}
        </div>
      ))}
      {readOnly ? null : (
        <div className={classes.settingRow}>
          <NativeSelect
            size="xs"
            aria-label={`${text.promiseMaterials} ${text.matter}`}
            value={matter}
            onChange={(event) => setMatter(event.currentTarget.value)}
            data={[{ value: "", label: text.chooseMatterFirst }, ...matters.map(({ id }) => ({ value: id, label: titleOf(id) }))]}
          />
          <NativeSelect
            size="xs"
            aria-label={`${text.promiseMaterials} ${text.material}`}
            value=""
            disabled={matter === ""}
            onChange={(event) =>
              event.currentTarget.value !== "" && put([...rows, { matter, material: event.currentTarget.value }])
            }
            data={[{ value: "", label: text.addMaterial }, ...[...offered].map(([id, title]) => ({ value: id, label: title }))]}
          />
        </div>
      )}
    </div>
  );
}
