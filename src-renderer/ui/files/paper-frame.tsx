import { Center, Loader } from "@mantine/core";
import type { ComponentProps, ReactNode } from "react";
import classes from "./paper-frame.module.css";

/** A PDF in the browser's own viewer, over what the window leaves of height. */
export const PaperFrame = (props: Omit<ComponentProps<"iframe">, "className"> & { readonly title: string }) => (
  // oxlint-disable-next-line react/iframe-missing-sandbox -- the PDF viewer does not run in a sandboxed frame; the address is our own blob
  <iframe {...props} className={classes.frame} />
);

/** In the frame's place: what is waited for, or a picture. */
export const PaperPlace = ({ label, children = <Loader /> }: { readonly label?: string; readonly children?: ReactNode }) => (
  <Center className={classes.frame} data-waiting {...(label === undefined ? {} : { "aria-label": label, role: "status" })}>
    {children}
  </Center>
);
