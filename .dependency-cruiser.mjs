// One rule, one decision about the house. The name says what, the comment says why and what to do instead.

const core = (name, mayImport, comment) => ({
  name: `core-${name}-imports-only-lower-core`,
  comment,
  severity: 'error',
  from: { path: `^src/core/${name}/` },
  to: { path: '^src/', pathNot: [name, ...mayImport].map((lower) => `^src/core/${lower}/`) },
});

/** Only `places` may import these packages. */
const behindOneDoor = (name, packages, places, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: places.map((place) => `^src/${place}`) },
  to: { path: packages.map((packageName) => `(^|/)node_modules/${packageName}/`) },
});

/** Only `importers` may reach into `folder`; type-only imports count too. */
const importedOnlyBy = (folder, importers, comment) => ({
  name: `only-named-files-import-${folder}`,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: [`${folder}/`, ...importers].map((path) => `^src/${path}`) },
  to: { path: `^src/${folder}/` },
});

export default {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'A decision must replay: same inputs, same decision. No Node modules in core and standard.',
      severity: 'error',
      from: { path: '^src/(core|standard)/' },
      to: { dependencyTypes: ['core'] },
    },
    core('calendar', [], 'Business time knows nothing of tickets.'),
    core('ticket', [], 'The nouns of the desk depend on nothing.'),
    core('issue', ['ticket'], "Jira's wire form is read into tickets; it knows no policy."),
    core('policy', ['ticket', 'calendar'], 'A policy talks about tickets and business time.'),
    core('decision', ['ticket', 'calendar', 'policy'], 'The decision sees everything pure, nothing else.'),
    core('prose', ['ticket', 'calendar', 'policy'], 'A regulation is told from what rules keep; nothing is decided by it.'),
    core('timeline', ['ticket', 'calendar', 'policy', 'decision'], 'A picture looks at decisions; nothing is decided by it.'),
    {
      name: 'standard-sees-only-core',
      comment: 'The built-in vocabulary is the first extension: what it needs must be a door of the core.',
      severity: 'error',
      from: { path: '^src/standard/' },
      to: { path: '^src/', pathNot: ['^src/(standard|core)/'] },
    },
    {
      name: 'core-never-learns-who-contributes',
      comment: 'The core gets a vocabulary as an argument; it must not know the built-in one.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^src/standard/' },
    },
    {
      name: 'evaluation-knows-only-core-and-ports',
      comment: 'The one use case must run against anything that fits its ports; they arrive as arguments.',
      severity: 'error',
      from: { path: '^src/evaluation/' },
      to: { path: '^src/', pathNot: ['^src/(evaluation|core)/', '^src/(clock|log|faults)[.]ts$'] },
    },
    importedOnlyBy('jira', ['app/'], 'Jira is wired once, in a composition root.'),
    importedOnlyBy('store', ['app/'], 'SQL is wired once, in a composition root.'),
    importedOnlyBy('sweep', ['app/', 'store/', 'jira/'], 'A trigger is a leaf.'),
    importedOnlyBy('intake', ['app/', 'store/', 'jira/'], 'A trigger is a leaf.'),
    importedOnlyBy('operations', ['app/', 'cli/', 'demo/'], 'Health and admin look; nothing depends on them.'),
    importedOnlyBy('app', ['cli/', 'demo/'], 'The composition root is started by commands, and known to nobody else.'),
    importedOnlyBy('cli', ['main[.]ts'], 'The command line is the outermost leaf.'),
    {
      name: 'a-rehearsal-has-no-wire-and-no-store',
      comment: 'A desk in memory plays the real use case and the real relay, with parts of its own in place of the others.',
      severity: 'error',
      from: { path: '^src/rehearsal/' },
      to: { path: '^src/', pathNot: ['^src/(rehearsal|core|evaluation|outbox)/', '^src/simulator/(?!http/)', '^src/demo/cast[.]ts$', '^src/(clock|log)[.]ts$'] },
    },
    importedOnlyBy('rehearsal', ['cli/commands/(check|test)[.]ts', 'cli/print/', 'demo/'], 'Scenarios are played by a command, never by the service.'),
    importedOnlyBy('simulator', ['cli/commands/(demo|simulate)[.]ts', 'demo/', 'rehearsal/'], 'The simulator never ships inside the service.'),
    importedOnlyBy('demo', ['cli/commands/(demo|simulate)[.]ts', 'rehearsal/people[.]ts'], 'The demo is a show, not a part; scenarios are told of the same people.'),
    {
      name: 'adapters-see-ports-not-machinery',
      comment: 'jira/ and store/ fit the ports of intake, sweep, outbox and evaluation; they may not call them.',
      severity: 'error',
      from: { path: '^src/(jira|store)/' },
      to: { path: '^src/(intake|sweep|outbox|evaluation)/', dependencyTypesNot: ['type-only'] },
    },
    behindOneDoor('one-gateway-speaks-to-jira', ['jira[.]js', 'undici'], ['jira/', 'app/connect-jira[.]ts$'], 'One folder to change when Jira changes.'),
    behindOneDoor('one-file-knows-the-engine', ['json-rules-engine'], ['core/decision/rule-engine[.]ts$'], 'json-rules-engine is a detail.'),
    behindOneDoor('sql-stays-in-the-store', ['kysely'], ['store/'], 'sqlite and PostgreSQL look alike above this line.'),
    behindOneDoor('http-at-the-edge', ['express', 'helmet'], ['intake/', 'operations/', 'simulator/', 'app/'], 'Handlers translate; they do not decide.'),
    behindOneDoor('one-schedule', ['node-cron'], ['sweep/schedule[.]ts$'], 'Everything else receives an instant.'),
    behindOneDoor('one-pattern-engine', ['re2js'], ['core/policy/text/patterns[.]ts$'], "Admins' patterns run in linear time, through one door."),
    behindOneDoor('one-log', ['pino'], ['log[.]ts$'], 'Redaction is set in one place.'),
    { name: 'no-cycles', comment: 'A cycle is two modules that are one, or three.', severity: 'error', from: {}, to: { circular: true } },
    { name: 'src-never-imports-test', comment: 'Tests are leaves.', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
    { name: 'imports-resolve', comment: 'A typing mistake in an import.', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-dev-dependency-in-src', comment: 'It would be missing in production.', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] } },
    { name: 'no-orphans', comment: 'Dead file.', severity: 'error', from: { orphan: true, path: '^src/', pathNot: ['^src/(main[.]ts|reglament[.]mjs)$'] }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
