import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clearDataFolder, findSeedTime, noteSeedTime } from "../../infra/local/data-folder.ts";
import { lockFolder } from "../../infra/local/folder-lock.ts";
import { readStartOptions, startHelp } from "../../infra/local/start-options.ts";
import { StartProblem } from "../../infra/local/start-problem.ts";
import { aFolder } from "./a-folder.ts";

describe("the command line", () => {
  test("may be empty", () => {
    expect(readStartOptions([])).toMatchObject({
      port: 3000,
      fresh: false,
      now: undefined,
      dataFolder: expect.stringMatching(/\.jobstop$/),
    });
  });

  test("says port, folder, a fresh start and the time", () => {
    expect(readStartOptions(["--port", "0", "--data", "/d", "--fresh", "--now", "2026-11-26T08:00:00+09:00"])).toEqual({
      port: 0,
      dataFolder: "/d",
      fresh: true,
      now: new Date("2026-11-25T23:00:00Z"),
      notes: [],
    });
  });

  test("says what of it does nothing", () => {
    const { notes, lanAddress } = readStartOptions(["--address", "192.168.1.20"]) ?? {};
    expect(lanAddress).toBeUndefined();
    expect(notes).toEqual([expect.stringContaining("--address is ignored")]);
  });

  test("can ask for help, which names every option", () => {
    expect(readStartOptions(["--help"])).toBeUndefined();
    for (const option of ["--port", "--data", "--fresh", "--now", "--help"]) expect(startHelp).toContain(option);
  });

  test.for([
    [["--port", "many"], "not a port"],
    [["--port", "65535"], "not a port"], // the inbox takes the next one
    [["--port", "-1"], "--help"],
    [["--now", "2026-11-26T08:00:00"], "not an instant"],
    [["--now", "tomorrow"], "not an instant"],
    [["--now", "2026-13-01T00:00:00Z"], "not an instant"],
    [["--verbose"], "--help"],
    [["please"], "--help"],
  ] as const)("%j is refused with what to do", ([args, words]) => {
    expect(() => readStartOptions([...args])).toThrow(StartProblem);
    expect(() => readStartOptions([...args])).toThrow(words);
  });
});

describe("a fresh start", () => {
  test("deletes what the stack kept", async () => {
    const folder = aFolder();
    for (const name of ["mail", "dynamodb", "secrets", "checkpoints"]) mkdirSync(join(folder, name));
    noteSeedTime(folder);
    await clearDataFolder(folder);
    expect(readdirSync(folder)).toEqual([]);
    expect(findSeedTime(folder)).toBeUndefined();
  });

  test("deletes nothing in a folder that holds anything else", async () => {
    const folder = aFolder();
    mkdirSync(join(folder, "mail"));
    writeFileSync(join(folder, "thesis.txt"), "years of work");
    await expect(clearDataFolder(folder)).rejects.toThrow(/thesis\.txt.*nothing was deleted/);
    expect(readdirSync(folder).toSorted()).toEqual(["mail", "thesis.txt"]);
  });

  test("deletes nothing that a running stack uses", async () => {
    const folder = aFolder();
    mkdirSync(join(folder, "mail"));
    await lockFolder(join(folder, "dynamodb"));
    await expect(clearDataFolder(folder)).rejects.toThrow("in use");
    expect(readdirSync(folder)).toContain("mail");
  });

  test("of a folder that is not there is no trouble", async () => {
    await expect(clearDataFolder(join(aFolder(), "new"))).resolves.toBeUndefined();
  });
});
