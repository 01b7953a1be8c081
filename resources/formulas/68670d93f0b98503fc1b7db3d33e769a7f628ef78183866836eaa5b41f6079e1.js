export { replay } from "./b12003846d4d68c2dc4506f82ffc19787c7f92fa8a02f18276ae20ff1df3e729.js";
