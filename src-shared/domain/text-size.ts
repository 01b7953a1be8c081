/** How large a clerk has everything on the screen: their own choice, which goes with them from window to window. */
import { z } from "zod";

export const TEXT_SIZES = ["usual", "large", "largest"] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** By which all lengths of the screen are multiplied. */
export const TEXT_SCALES = { usual: 1, large: 1.125, largest: 1.25 } as const satisfies Record<TextSize, number>;

export const textSizeSchema = z.enum(TEXT_SIZES);

/** What the clerk's choice is kept under. */
export const textSizeName = (clerkId: string): string => `text-size:${clerkId}`;
