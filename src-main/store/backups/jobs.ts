/** What is done for backups away from the counter's calls, by name; the same in a thread of its own and beside its caller. */
import { copyStore, type Copied, type CopyJob } from "./copy.ts";
import { proveBackup, type ProofJob } from "./proof.ts";
import { attachmentFiles } from "../areas/cases/attachment-files.ts";
import { foldLog, openReader } from "../file/connection.ts";
import type { DataKey } from "../keys/sealing.ts";
import type { BackupProof } from "./types.ts";
import type { StoreProblem } from "../file/types.ts";
import { verifyStore } from "../verify/verify.ts";

export interface BackupJobs {
  readonly fold: { readonly job: { readonly storePath: string; readonly key: DataKey | null }; readonly answer: null };
  readonly copy: { readonly job: CopyJob; readonly answer: Copied };
  readonly verify: {
    readonly job: { readonly storePath: string; readonly key: DataKey | null };
    readonly answer: StoreProblem[];
  };
  readonly prove: { readonly job: ProofJob; readonly answer: BackupProof };
}

type Carry = { readonly [Name in keyof BackupJobs]: (job: BackupJobs[Name]["job"]) => Promise<BackupJobs[Name]["answer"]> };

export const carryOut: Carry = {
  fold({ storePath, key }) {
    foldLog(storePath, key);
    return Promise.resolve(null);
  },
  copy: copyStore,
  verify({ storePath, key }) {
    const reader = openReader(storePath, key);
    try {
      return Promise.resolve(verifyStore(reader, attachmentFiles(storePath, key)));
    } finally {
      reader.close();
    }
  },
  prove: proveBackup,
};
