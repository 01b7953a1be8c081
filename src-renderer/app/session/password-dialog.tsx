import { notifications } from "@mantine/notifications";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { PasswordForm } from "./password-form.tsx";
import { useSession } from "./session.tsx";
import { text } from "../text.ts";

export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { clerk, demo } = useSession();
  return (
    <Dialog title={text.password.title} onClose={onClose} size={420}>
      <PasswordForm
        login={clerk.login}
        lenient={demo}
        currentLabel={text.password.current}
        onDone={() => {
          notifications.show({ message: text.password.done, color: "pine" });
          onClose();
        }}
      />
    </Dialog>
  );
}
