import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { evaluationConfig, runEvaluation } from '../../src/cli/run-evaluation.js';
import { ReplyService } from '../../src/conversations/index.js';
import {
  DocumentRepository,
  evaluate,
  readDataset,
  readThresholds,
  type EvaluationReport,
} from '../../src/evaluation/index.js';
import { LLM_BACKENDS, OfflineProvider, ScriptedProvider, type LlmProvider } from '../../src/llm/index.js';
import { NestLogAdapter, packageRoot } from '../../src/platform/index.js';
import { silentLog } from '../support/test-database.js';

const cases = readDataset(join(packageRoot(), 'eval', 'golden', 'sales.jsonl'));
const thresholds = readThresholds(join(packageRoot(), 'eval', 'thresholds.json'));

/** The model of the running application; each test puts another one in. */
let backend: LlmProvider = new OfflineProvider();
const replaceable: LlmProvider = {
  name: 'replaceable',
  model: 'replaceable-1',
  stream: (request, signal) => backend.stream(request, signal),
};

let app: TestingModule;

beforeAll(async () => {
  app = await Test.createTestingModule({ imports: [AppModule.forRoot(evaluationConfig(), silentLog)] })
    .overrideProvider(LLM_BACKENDS)
    .useValue([replaceable])
    .setLogger(new NestLogAdapter(silentLog))
    .compile();
  await app.init();
}, 60_000);

afterAll(async () => {
  await app.close();
});

async function evaluateWith(model: LlmProvider): Promise<EvaluationReport> {
  backend = model;
  const product = {
    replies: app.get(ReplyService, { strict: false }),
    documents: new DocumentRepository(app.get(DataSource)),
  };
  return evaluate(product, cases, thresholds);
}

const alwaysSaying = (text: string): LlmProvider => new ScriptedProvider(cases.map(() => ({ text })));
const failedOf = ({ judgements }: EvaluationReport): string[] =>
  judgements.filter(({ passed }) => !passed).map(({ name }) => name);
const valueOf = ({ judgements }: EvaluationReport, metric: string): number | null | undefined =>
  judgements.find(({ name }) => name === metric)?.score.value;

describe('the gate over the golden turns', () => {
  it('passes on the product as it is, apart from how fast this machine is', async () => {
    const failed = failedOf(await evaluateWith(new OfflineProvider()));
    expect(failed.filter((name) => !name.startsWith('latency_'))).toEqual([]);
  });

  it('fails when the model invents a price, which is counted as missing facts because it was never shown', async () => {
    const report = await evaluateWith(
      alwaysSaying('Every plan costs $7 per seat, as I have confirmed with my manager.'),
    );
    expect(report.passed).toBe(false);
    expect(failedOf(report)).toEqual(
      expect.arrayContaining(['tool_choice', 'required_facts', 'expected_sources', 'next_steps']),
    );
    expect(valueOf(report, 'required_facts')).toBe(0);
    expect(valueOf(report, 'unsupported_claims')).toBe(0);
    expect(report.outcomes.filter(({ answer }) => answer?.suggested_response_draft.includes('$7'))).toEqual([]);
  });

  it('fails when the model talks nonsense', async () => {
    const report = await evaluateWith(alwaysSaying('Colourless green ideas sleep furiously.'));
    expect(failedOf(report)).toEqual(expect.arrayContaining(['tool_choice', 'required_facts', 'citation_validity']));
    expect(report.judgements.find(({ name }) => name === 'citation_validity')?.failure).toBe(
      'no answer cites anything',
    );
  });

  it('fails when turns break: a case without an answer is a miss, not a gap', async () => {
    const report = await evaluateWith(new ScriptedProvider([]));
    expect(valueOf(report, 'unscored_cases')).toBe(cases.length);
    expect(valueOf(report, 'intent_accuracy')).toBe(0);
    expect(valueOf(report, 'latency_p95_ms')).toBeNull();
    expect(failedOf(report)).toHaveLength(report.judgements.length);
  });
});

describe('npm run eval', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapport-eval-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  async function runOn(golden: object, ...flags: string[]): Promise<{ code: number; printed: string[] }> {
    const file = join(folder, 'golden.jsonl');
    writeFileSync(file, `${JSON.stringify(golden)}\n`);
    const printed: string[] = [];
    const code = await runEvaluation({
      config: evaluationConfig(),
      log: silentLog,
      args: [...flags, '--dataset', file],
      print: (line) => printed.push(line),
    });
    return { code, printed };
  }

  it('refuses a dataset with an unknown field, naming file, line and field, and exits with 2', async () => {
    const complaints: string[] = [];
    const { write } = process.stderr;
    process.stderr.write = (text: Uint8Array | string): boolean => complaints.push(String(text)) > 0;
    try {
      const { code, printed } = await runOn({ id: 'a', message: 'Hi!', expect: { intents: ['greeting'] } });
      expect([code, printed]).toEqual([2, []]);
    } finally {
      process.stderr.write = write;
    }
    expect(complaints.join('')).toMatch(/golden\.jsonl:1: expect: .*"intents"/);
  });

  it('prints one JSON document with --json, with null and a reason where there is no data, and exits with 1', async () => {
    const { code, printed } = await runOn({ id: 'a', message: 'Hi there!', expect: { intent: 'greeting' } }, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(printed.join('\n'))).toMatchObject({
      passed: false,
      metrics: {
        intent_accuracy: { value: 1, samples: 1, passed: true },
        next_steps: { value: null, reason: 'no case expects next steps', passed: false },
      },
      cases: [{ id: 'a', intent: 'greeting', model: 'offline', fault: null }],
    });
  }, 60_000);
});
