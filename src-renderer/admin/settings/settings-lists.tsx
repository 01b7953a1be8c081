/** Settings that are told matter by matter. */
import { ActionIcon, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import type { FormErrors } from "@mantine/form";
import { IconX } from "@tabler/icons-react";
import { useQueries } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { REVIEW_RULES } from "../../../src-shared/domain/office-settings.ts";
import { useMatters } from "../../counter/home/matters.ts";
import { libraryQuery } from "../../policy/library.ts";
import type { SettingsForm } from "./settings-form.ts";
import { settingsText as text } from "./settings-text.ts";

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

const SettingList = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Stack gap={5} role="group" aria-label={title}>
    <Title order={3} fz="sm">
      {title}
    </Title>
    {children}
  </Stack>
);

/** What is settled about one matter, and its fields. */
const SettingRow = ({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) => (
  <Group gap="xs" wrap="nowrap">
    <Text span size="sm" flex={1} miw={0}>
      {title}
    </Text>
    {children}
  </Group>
);

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
    <SettingList title={text.reviewMatters}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : null}
      {rows.map(({ matter, rule }) => (
        <SettingRow key={matter} title={titleOf(matter)}>
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
        </SettingRow>
      ))}
      {readOnly ? null : (
        <AddMatter
          label={`${text.reviewMatters} ${text.addMatter}`}
          offered={offered.map(({ id }) => ({ value: id, label: titleOf(id) }))}
          onAdd={(matter) => put([...rows, { matter, rule: "always" }])}
        />
      )}
    </SettingList>
  );
}

export function TimeLimits({ form, readOnly, errors, onChange }: ListProps & { readonly errors: FormErrors }) {
  const { matters, titleOf } = useMatterTitles();
  const rows = form.timeLimits;
  const put = (timeLimits: SettingsForm["timeLimits"]): void => onChange({ timeLimits });
  // what the policy data states is not the office's to change
  const offered = matters.filter(({ id, workingDays }) => workingDays === null && rows.every(({ matter }) => matter !== id));
  return (
    <SettingList title={text.timeLimits}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : null}
      {rows.map(({ matter, workingDays }, at) => (
        <SettingRow key={matter} title={titleOf(matter)}>
          {readOnly ? (
            <span className="tabular">{workingDays}</span>
          ) : (
            <>
              <TextInput
                size="xs"
                w={76}
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
        </SettingRow>
      ))}
      {readOnly ? null : (
        <AddMatter
          label={`${text.timeLimits} ${text.addMatter}`}
          offered={offered.map(({ id }) => ({ value: id, label: titleOf(id) }))}
          onAdd={(matter) => put([...rows, { matter, workingDays: "20" }])}
        />
      )}
    </SettingList>
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
    <SettingList title={text.promiseMaterials}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : null}
      {rows.map((row) => (
        <SettingRow
          key={`${row.matter} ${row.material}`}
          title={
            <>
              {titleOf(row.matter)}：<strong>{materialTitle(row)}</strong>
            </>
          }
        >
          {readOnly ? null : <Remove title={materialTitle(row)} onClick={() => put(rows.filter((one) => one !== row))} />}
        </SettingRow>
      ))}
      {readOnly ? null : (
        <SimpleGrid cols={2} spacing="xs">
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
        </SimpleGrid>
      )}
    </SettingList>
  );
}
