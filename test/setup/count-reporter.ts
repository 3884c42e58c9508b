import type { Reporter, SerializedError, TestCase, TestModule } from "vitest/node";

/**
 * Ends the run's output with `N passed, N failed` alone on its line, over all projects. Written when the process exits, because the engines
 * are stopped after the reports and may still say something. What fails without being a test counts as failed: a file that does not load,
 * an error that nobody caught. And a test that fails says why at once: of a run that is cut short, nothing else would be known.
 */
// biome-ignore lint/style/noDefaultExport: vitest takes a reporter from the default export only
export default class CountReporter implements Reporter {
  #passed = 0;
  #failed = 0;

  onInit(): void {
    process.once("exit", () => process.stdout.write(`\n${this.#passed} passed, ${this.#failed} failed\n`));
  }

  onTestCaseResult(test: TestCase): void {
    for (const { message, stack, diff } of test.result().errors ?? [])
      process.stdout.write(`\nFAILED ${test.fullName}\n${[stack || message, diff].filter(Boolean).join("\n")}\n\n`);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const broken = modules.filter((module) => module.state() === "failed" && ![...module.children.allTests("failed")].length);
    this.#passed = tests.filter((test) => test.result().state === "passed").length;
    this.#failed = tests.filter((test) => test.result().state === "failed").length + broken.length + unhandled.length;
  }
}
