export { replay } from "./0d7541aa74b7817a6a44d5867ed6bbca12fa8f415e4af3cad1d791f75f639d73.js";
