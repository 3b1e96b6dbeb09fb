// Where `CI` is set, the properties try the same cases in each run, so that a red run is due to the change at hand and
// is red again when it is repeated. Everywhere else the cases are new each time: that is how the rare ones are found.
if (process.env.CI) require('fast-check').configureGlobal({ seed: 1 });
