/**
 * The one table of the module order (docs/architecture.md). A module may import only what stands to its left;
 * `llm` and `imports` share a rank and do not see each other.
 */
const order = [
  ['shared'],
  ['platform'],
  ['nlu'],
  ['llm', 'imports'],
  ['rag'],
  ['customers'],
  ['catalog'],
  ['agent'],
  ['conversations'],
  ['evaluation'],
];

const modules = order.flat();
const allowedFor = (name) => {
  const rank = order.findIndex((row) => row.includes(name));
  return [name, ...order.slice(0, rank).flat()];
};

const layerRules = modules.map((name) => {
  const forbidden = modules.filter((other) => !allowedFor(name).includes(other));
  return {
    name: `order-${name}`,
    comment: `${name} may import only what stands to its left in the module order.`,
    severity: 'error',
    from: { path: `^src/${name}/` },
    to: { path: forbidden.length > 0 ? `^src/(${forbidden.join('|')})/` : '^$' },
  };
});

const doorRules = modules.flatMap((name) => [
  {
    name: `door-${name}`,
    comment: `From outside, ${name} is imported through its index.ts, never a file behind it.`,
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/${name}/` },
    to: { path: `^src/${name}/`, pathNot: `^src/${name}/index\\.ts$` },
  },
  {
    name: `own-door-${name}`,
    comment: `Inside ${name} one imports the file, not the module's own index.ts: that way lie cycles.`,
    severity: 'error',
    from: { path: `^src/${name}/`, pathNot: `^src/${name}/index\\.ts$` },
    to: { path: `^src/${name}/index\\.ts$` },
  },
]);

module.exports = {
  forbidden: [
    ...layerRules,
    // shared is pure functions: each file of it is its own door, there is nothing to wire.
    ...doorRules.filter((rule) => !rule.name.endsWith('door-shared')),
    {
      name: 'no-cycles',
      comment: 'A cycle means two files are one idea, or the idea between them is missing.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ knows no framework and does no IO.',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(node_modules/(@nestjs|typeorm|pg)|node:(fs|net|http))', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'vendors-at-the-edge',
      comment: 'Only llm/providers talks to LangChain vendor packages.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(llm/providers/|rag/ingest/)' },
      to: { path: 'node_modules/(@langchain|langchain|openai)/' },
    },
    {
      name: 'no-test-code-in-product',
      comment: 'The product never imports its tests.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '(^test/|\\.spec\\.ts$)' },
    },
    {
      name: 'nothing-imports-evaluation',
      comment: 'Evaluation looks at the product from outside; only the command may start it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(evaluation/|cli(\\.ts|/run-evaluation\\.ts))' },
      to: { path: '^src/evaluation/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'], mainFields: ['module', 'main', 'types'] },
  },
};
