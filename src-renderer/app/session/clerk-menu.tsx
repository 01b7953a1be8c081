import { Menu, Text } from "@mantine/core";
import { IconChevronDown, IconKey, IconLock, IconLogout } from "@tabler/icons-react";
import { useState } from "react";
import { TEXT_SIZES } from "../../../src-shared/domain/text-size.ts";
import { ROLE_LABELS } from "../../../src-shared/text/labels.ts";
import { KeyHint } from "../../ui/key-hint.tsx";
import { useCommands } from "../keys/commands.tsx";
import { PasswordDialog } from "./password-dialog.tsx";
import { useLock, useSession, useSignOut } from "./session.tsx";
import { useTextSize } from "./text-size.ts";
import { text } from "../text.ts";
import { TopButton } from "../top-button.tsx";

/** Who is signed in, and what concerns only them. */
export function ClerkMenu() {
  const { clerk, locked, acting } = useSession();
  const lock = useLock();
  const signOut = useSignOut();
  const { size, choose } = useTextSize();
  const [password, setPassword] = useState(false);
  useCommands([
    { id: "lock", label: text.commands.lock, key: "F12", run: () => void lock("clerk"), disabled: locked, always: true },
    { id: "password", label: text.commands.password, run: () => setPassword(true) },
    { id: "sign-out", label: text.commands.signOut, run: () => void signOut() },
  ]);
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={200} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <TopButton>
            <span>
              <strong>{clerk.name}</strong>{" "}
              <Text component="small" size="xs">
                {acting === null ? ROLE_LABELS[clerk.role] : text.acting.menu(ROLE_LABELS[clerk.role], acting.until)}
              </Text>
            </span>
            <IconChevronDown size={15} aria-hidden />
          </TopButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconKey size={17} stroke={1.7} aria-hidden />} onClick={() => setPassword(true)}>
            {text.commands.password}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLock size={17} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F12" />}
            onClick={() => void lock("clerk")}
          >
            {text.commands.lock}
          </Menu.Item>
          <Menu.Divider />
          <div role="group" aria-label={text.textSize.title}>
            <Menu.Label aria-hidden>{text.textSize.title}</Menu.Label>
            <Menu.RadioGroup value={size}>
              {TEXT_SIZES.map((next) => (
                <Menu.RadioItem key={next} value={next} onChange={() => choose(next)}>
                  {text.textSize.sizes[next]}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </div>
        </Menu.Dropdown>
      </Menu>
      <TopButton onClick={() => void signOut()}>
        <IconLogout size={17} stroke={1.7} aria-hidden />
        {text.top.signOut}
      </TopButton>
      {password ? <PasswordDialog onClose={() => setPassword(false)} /> : null}
    </>
  );
}
