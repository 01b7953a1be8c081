import { Fragment } from "react";
import classes from "./by-words.module.css";

/** Breaks between its words alone: never within a day, which has a place to break at each of its strokes. */
export const ByWords = ({ words }: { readonly words: string }) =>
  words.split(" ").map((word, at) => (
    // words of one line stay where they are
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>
      {at === 0 ? null : " "}
      <span className={classes.word}>{word}</span>
    </Fragment>
  ));
