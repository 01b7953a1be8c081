import {
  Alert,
  Badge,
  Button,
  createTheme,
  Input,
  Kbd,
  Modal,
  Pagination,
  Paper,
  rem,
  Table,
  Tabs,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from "@mantine/core";
import classes from "./theme.module.css";

/** Pine green: the one accent. Shade 7 carries white text at 7.6 : 1. */
const pine: MantineColorsTuple = [
  "#eef6f4",
  "#dcebe7",
  "#b7d6cf",
  "#8dbfb5",
  "#63a699",
  "#3d8b7e",
  "#1f7164",
  "#0b5a4f",
  "#07473e",
  "#04352e",
];

const FONT_FAMILY =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "Noto Sans SC Counter", sans-serif';

/** What the style sheets call by name: ink on paper, lines, and one colour each for good, warning and bad with its soft ground. */
const TOKENS = {
  "--ink": "#17211f",
  "--ink-2": "#44524e",
  "--ink-3": "#5a6864",
  "--line": "#d5dcda",
  "--line-strong": "#a9b5b1",
  "--paper": "#ffffff",
  "--tint": "#f4f7f6",
  "--ground": "#e9eeec",
  "--accent": "#0b5a4f",
  "--accent-dark": "#07473e",
  "--accent-soft": "#e8f2ef",
  "--good": "#17633a",
  "--good-soft": "#e7f3ea",
  "--bad": "#a3291c",
  "--bad-soft": "#fbecea",
  "--warn": "#7d5200",
  "--warn-soft": "#fcf3de",
  "--focus": "#1668c7",
};

/** Mantine's own light greys and reds are too faint for a counter. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: TOKENS,
  light: {
    "--mantine-color-error": "var(--bad)",
    "--mantine-color-dimmed": "var(--ink-3)",
    "--mantine-color-placeholder": "#65716d",
    "--mantine-color-default-border": "var(--line-strong)",
    "--mantine-color-anchor": "var(--accent)",
    "--mantine-color-red-light": "var(--bad-soft)",
    "--mantine-color-red-light-color": "var(--bad)",
    "--mantine-color-yellow-light": "var(--warn-soft)",
    "--mantine-color-yellow-light-color": "var(--warn)",
    "--mantine-color-green-light": "var(--good-soft)",
    "--mantine-color-green-light-color": "var(--good)",
    "--mantine-color-gray-light": "var(--tint)",
    "--mantine-color-gray-light-color": "var(--ink-2)",
    "--mantine-color-red-filled": "var(--bad)",
    "--mantine-color-red-filled-hover": "#8a2116",
  },
  dark: {},
});

export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: 7,
  colors: { pine },
  black: TOKENS["--ink"],
  fontFamily: FONT_FAMILY,
  fontFamilyMonospace: 'Consolas, "SF Mono", "DejaVu Sans Mono", monospace',
  defaultRadius: 4,
  focusRing: "auto",
  respectReducedMotion: true,
  fontSizes: { xs: rem(13), sm: rem(14), md: rem(15), lg: rem(17), xl: rem(20) },
  headings: { fontFamily: FONT_FAMILY, fontWeight: "600" },
  components: {
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 80 },
        // the head of a dialog is no head of the page
        attributes: { header: { role: "presentation" } },
      },
      classNames: { title: classes.modalTitle, header: classes.modalHeader },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 250 } }),
    Button: Button.extend({ defaultProps: { size: "sm" } }),
    Input: Input.extend({ classNames: { input: classes.input } }),
    Table: Table.extend({
      defaultProps: { verticalSpacing: 7, horizontalSpacing: 12 },
      classNames: { table: classes.table, thead: classes.thead, th: classes.th },
    }),
    Alert: Alert.extend({ defaultProps: { variant: "light", p: "xs" }, classNames: { message: classes.alertMessage } }),
    Paper: Paper.extend({ defaultProps: { radius: 0 } }),
    Badge: Badge.extend({ defaultProps: { tt: "none", radius: "sm", fz: 12, fw: 600, lh: 1.6, h: "auto", px: 6 } }),
    Kbd: Kbd.extend({ defaultProps: { fw: 400 } }),
    Tabs: Tabs.extend({ defaultProps: { activateTabWithKeyboard: false } }),
    Pagination: Pagination.extend({ defaultProps: { size: "sm" } }),
  },
});
