import { Button, Checkbox, Group, Paper, Stack, Text, Textarea } from "@mantine/core";
import { IconAlertTriangle, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { natureOf, type Decision } from "../../../src-shared/domain/decision.ts";
import { capitalYuan, formatYuan } from "../../../src-shared/domain/money.ts";
import { shownIdentity, wholeIdentity } from "../../../src-shared/text/identity.ts";
import { OUTCOME_LABELS, paperTitle } from "../../../src-shared/text/labels.ts";
import { Doubts } from "../../ui/decision/doubts.tsx";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import type { FinishDialogProps } from "./finish-dialog.tsx";
import type { PromisedHere } from "./finish-model.ts";
import { text } from "../text.ts";
import { useMakePaper } from "./use-make-paper.ts";
import { Finding } from "../../ui/page/finding.tsx";
import { Facts } from "../../ui/page/facts.tsx";
import { Sum } from "../../ui/page/sum.tsx";
import classes from "./finish.module.css";

/** The last look before the case is fixed; a promise must be signed first. */
export function Confirm({
  content,
  decision,
  promised,
  duplicates,
  submitting,
  submitError,
  saveError,
  onSave,
  onPaper,
  onSubmit,
  onClose,
}: FinishDialogProps & { readonly decision: Decision; readonly promised: readonly PromisedHere[] }) {
  const [reason, setReason] = useState("");
  const [signed, setSigned] = useState(false);
  const [asked, setAsked] = useState(false);
  const commitment = useMakePaper("commitment", onSave, onPaper);
  const due = decision.amounts.filter((amount) => amount.role === "due").reduce((sum, amount) => sum + amount.fen, 0);
  const must = decision.materials.filter((material) => material.need === "must").length;
  const reasonMissing = content.amends && reason.trim().length < 2;
  const toSign = promised.filter(({ stands }) => !stands);
  const signatureMissing = toSign.length > 0 && !signed;
  const others = duplicates.filter(({ why }) => why === "same-name-and-birth");
  const submit = (): void => {
    setAsked(true);
    if (!reasonMissing && !signatureMissing) onSubmit(reason.trim(), signed);
  };
  const nature = natureOf(decision);
  const title = content.amends ? text.finish.confirmAmendTitle : text.finish.confirmTitle[nature];
  const body =
    nature === "transaction" ? text.finish.confirmBody : text.finish.confirmConsultation(paperTitle("guidance", nature));
  const confirm = text.finish.confirm[nature];
  const error = submitError ?? commitment.error ?? saveError;
  const startsAtButton = !content.amends && toSign.length === 0;
  return (
    <Dialog title={title} onClose={onClose} commands={[{ id: "confirm", label: confirm, key: "F9", run: submit }]}>
      <Stack gap="sm">
        {others.map((other) => (
          <Finding tone="bad" key={other.personId}>
            <IconAlertTriangle size={17} aria-hidden />
            {text.duplicates.other(other.name, shownIdentity(other), other.birthDate)}
            {text.duplicates.advice}
          </Finding>
        ))}
        <Facts wide>
          <dt>{text.finish.matter}</dt>
          <dd>{decision.matterTitle}</dd>
          <dt>{decision.personTitle ?? text.finish.person}</dt>
          <dd>
            {content.person.name}　<span className="tabular">{wholeIdentity(content.person)}</span>
          </dd>
          <dt>{text.finish.outcome}</dt>
          <dd>
            {OUTCOME_LABELS[nature][decision.outcome]}：{decision.headline}
          </dd>
          {nature === "transaction" ? (
            <>
              <dt>{text.finish.pay}</dt>
              <dd>
                {due === 0 ? (
                  text.finish.nothingToPay
                ) : (
                  <Group align="baseline" gap={8}>
                    <Sum>
                      {formatYuan(due)} {text.form.yuan}
                    </Sum>
                    <span>{capitalYuan(due)}</span>
                  </Group>
                )}
              </dd>
              <dt>{text.finish.materials}</dt>
              <dd>{must === 0 ? text.finish.noMaterials : text.finish.materialsDone(must, promised.length)}</dd>
            </>
          ) : null}
        </Facts>
        <Doubts decision={decision} />
        {promised.length === 0 ? null : (
          <Paper component="section" bg="var(--warn-soft)" bd="1px solid #d9b566" px="sm" py={8} aria-label={text.promise.title}>
            <Text component="h3" fz="sm" fw={700} mb={4}>
              {text.promise.title}
            </Text>
            <ul className={classes.list}>
              {promised.map(({ id, title: material, promisedOn, stands, before }) => (
                <li key={id}>
                  <strong>{material}</strong>
                  <span className="tabular">
                    {before === null ? null : <del>{before}</del>} {text.promise.until(promisedOn)}
                    {stands ? text.promise.stands : ""}
                  </span>
                </li>
              ))}
            </ul>
            <Group gap="xs" mt={6}>
              {content.amends || toSign.length === 0 ? null : (
                <Button
                  variant="default"
                  loading={commitment.running}
                  data-autofocus
                  leftSection={<IconPrinter size={17} stroke={1.7} aria-hidden />}
                  onClick={() => void commitment.run()}
                >
                  {text.promise.commitment}
                </Button>
              )}
              {toSign.length === 0 ? null : (
                <Checkbox
                  label={content.amends ? text.promise.agreed : text.promise.signed}
                  checked={signed}
                  onChange={(event) => setSigned(event.currentTarget.checked)}
                  error={
                    asked && signatureMissing
                      ? content.amends
                        ? text.promise.agreedNeeded
                        : text.promise.signedNeeded
                      : undefined
                  }
                />
              )}
            </Group>
          </Paper>
        )}
        {content.amends ? (
          <Textarea
            label={text.finish.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={200}
            rows={2}
            data-autofocus
            error={asked && reasonMissing ? text.finish.reasonNeeded : undefined}
          />
        ) : null}
        <Text size="sm" c="dimmed">
          {content.amends ? text.finish.confirmAmendBody : body}
        </Text>
        {error === null ? null : <ErrorNotice error={error} />}
        <Group gap="xs">
          <Button
            loading={submitting}
            onClick={submit}
            rightSection={<KeyHint name="F9" />}
            {...(startsAtButton ? { "data-autofocus": true } : {})}
          >
            {confirm}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.finish.backToForm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
