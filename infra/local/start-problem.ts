/** Something that the person at the keyboard can put right: one sentence on what is wrong, one on what to do. Shown without a stack trace. */
export class StartProblem extends Error {
  override readonly name = "StartProblem";
}
