// New codes when these are over, by the clock of the functions.
const { leftMs } = document.currentScript.dataset;
setTimeout(() => location.reload(), Number(leftMs) + 250);
