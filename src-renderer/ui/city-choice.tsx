import { Checkbox } from "@mantine/core";
import classes from "./city-choice.module.css";

/** The cities whose matters an office does; they stand in the order in which they were ticked. */
export function CityChoice({
  label,
  description,
  cities,
  value,
  onChange,
  error,
}: {
  readonly label: string;
  readonly description: string;
  readonly cities: readonly { readonly id: string; readonly title: string }[];
  readonly value: readonly string[];
  readonly onChange: (cities: string[]) => void;
  readonly error?: string | undefined;
}) {
  return (
    <Checkbox.Group label={label} description={description} value={[...value]} onChange={onChange} error={error}>
      <div className={classes.cityChoice}>
        {cities.map(({ id, title }) => (
          <Checkbox key={id} value={id} label={title} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
