/**
 * Makes every clock of this process that reads `Date` start at an instant and run on from there. To be called before
 * the code that reads the time is imported; timers, `performance` and other processes keep to the machine's clock.
 * @returns a function that brings the machine's own time back.
 */
export function travelTo(instant: Date): () => void {
  const MachineDate = globalThis.Date;
  const leapMs = instant.getTime() - MachineDate.now();
  if (Number.isNaN(leapMs)) throw new RangeError("the instant to travel to is not a time");
  const now = () => MachineDate.now() + leapMs;
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new MachineDate(now()).toString(),
    get: (target, property, receiver) => (property === "now" ? now : Reflect.get(target, property, receiver)),
  });
  return () => {
    globalThis.Date = MachineDate;
  };
}
