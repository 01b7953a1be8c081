const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;
const STEP = 1024;

/** `1536` → `2 KB`: rounded up, whole units. */
export function sizeText(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP;
    unit++;
  }
  return `${Math.ceil(size)} ${UNITS[unit]}`;
}
