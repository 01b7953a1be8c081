import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { CaseSummary } from "../../src-shared/domain/case.ts";
import { NO_RECEIPT_NUMBER } from "../../src-shared/text/labels.ts";

/** The cell of a case in a list: its number, or that it has none yet. */
export const receiptNumberOf = ({ receiptNumber }: Pick<CaseSummary, "receiptNumber">): ReactNode =>
  receiptNumber ?? (
    <Text span size="sm" c="dimmed">
      {NO_RECEIPT_NUMBER}
    </Text>
  );
