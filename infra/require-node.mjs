// Plain old JavaScript: it has to run, and to be understood, on the Node that is too old for everything else.
const oldest = 24;
const major = Number(process.versions.node.split(".")[0]);
if (major < oldest) {
  console.error(
    "Jobstop needs Node " +
      oldest +
      " and this is " +
      process.versions.node +
      ": run `npm ci` (it brings the right Node along; never with --omit=optional) and start again with npm.",
  );
  process.exit(1);
}
