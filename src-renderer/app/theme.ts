import { createTheme, type MantineColorsTuple } from "@mantine/core";

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

export const FONT_FAMILY =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "Noto Sans SC Counter", sans-serif';

export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: 7,
  colors: { pine },
  black: "#17211f",
  fontFamily: FONT_FAMILY,
  fontFamilyMonospace: 'Consolas, "SF Mono", "DejaVu Sans Mono", monospace',
  defaultRadius: 4,
  focusRing: "auto",
  respectReducedMotion: true,
  fontSizes: { xs: "12px", sm: "14px", md: "15px", lg: "17px", xl: "20px" },
  headings: { fontFamily: FONT_FAMILY, fontWeight: "600" },
  components: {
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250 } },
    Button: { defaultProps: { size: "sm" } },
  },
});
