import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { CONFIDENCE_CALIBRATION } from '../../src/agent/outcome/confidence-calibration.js';
import { AgentService } from '../../src/agent/index.js';
import { AppModule } from '../../src/app.module.js';
import { evaluationConfig, runEvaluation } from '../../src/cli/run-evaluation.js';
import { ReplyService } from '../../src/conversations/index.js';
import {
  AgentProbe,
  DocumentRepository,
  evaluate,
  hashDataset,
  readDataset,
  readThresholds,
  type EvaluationReport,
  type GoldenCase,
} from '../../src/evaluation/index.js';
import { LLM_BACKENDS, OfflineProvider, ScriptedProvider, type LlmProvider } from '../../src/llm/index.js';
import { NestLogAdapter, packageRoot } from '../../src/platform/index.js';
import { saying } from '../support/faulty-model.js';
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
let probe: AgentProbe;
let healthy: EvaluationReport;

beforeAll(async () => {
  app = await Test.createTestingModule({ imports: [AppModule.forRoot(evaluationConfig(), silentLog)] })
    .overrideProvider(LLM_BACKENDS)
    .useValue([replaceable])
    .setLogger(new NestLogAdapter(silentLog))
    .compile();
  await app.init();
  probe = new AgentProbe(app.get(AgentService, { strict: false }));
  healthy = await evaluateWith(new OfflineProvider());
}, 120_000);

afterAll(async () => {
  await app.close();
});

async function evaluateWith(model: LlmProvider, played: readonly GoldenCase[] = cases): Promise<EvaluationReport> {
  backend = model;
  const product = {
    replies: app.get(ReplyService, { strict: false }),
    probe,
    documents: new DocumentRepository(app.get(DataSource)),
  };
  return evaluate(product, played, thresholds);
}

const failedOf = ({ judgements }: EvaluationReport): string[] =>
  judgements.filter(({ passed, name }) => !passed && !name.startsWith('latency_')).map(({ name }) => name);
const scoreOf = ({ judgements }: EvaluationReport, metric: string) =>
  judgements.find(({ name }) => name === metric)?.score;
const valueOf = (report: EvaluationReport, metric: string): number => scoreOf(report, metric)?.value ?? Number.NaN;
const draftsOf = ({ outcomes }: EvaluationReport): string =>
  outcomes.map(({ answer }) => answer?.suggested_response_draft ?? '').join('\n');

describe('the gate over the golden turns', () => {
  it('passes on the product as it is, apart from how fast this machine is', () => {
    expect(failedOf(healthy)).toEqual([]);
  });

  it('reports the turns nobody tunes on apart, and has enough of them to say something', () => {
    const heldout = healthy.outcomes.filter(({ golden }) => golden.split === 'heldout').length;
    expect(heldout / healthy.outcomes.length).toBeGreaterThan(0.35);
    expect(healthy.splits.heldout.required_facts.samples).toBeGreaterThan(30);
  });

  it('names the sources when the model stops citing', async () => {
    const report = await evaluateWith(saying((text) => text.replaceAll(/\s?\[\d+\]/g, '')));
    expect(failedOf(report)).toContain('expected_sources');
    expect(valueOf(report, 'expected_sources')).toBeLessThan(valueOf(healthy, 'expected_sources'));
  });

  it('names facts and next steps when the model invents prices, none of which is shown', async () => {
    const report = await evaluateWith(saying((text) => text.replaceAll(/\$\d[\d,.]*\d|\$\d/g, '$7')));
    expect(failedOf(report)).toEqual(expect.arrayContaining(['required_facts', 'next_steps']));
    expect(draftsOf(report)).not.toContain('$7');
    expect(valueOf(report, 'unsupported_claims')).toBe(0);
  });

  it('names the facts when the model answers the first question only', async () => {
    const asked = cases.filter(({ id }) => id.includes('two-') || id.includes('second-'));
    expect(asked.length).toBeGreaterThan(3);
    const lazy = saying((text) => text.split(/(?<=\[\d+\]\.?)\s/)[0] ?? text);
    const before = await evaluateWith(new OfflineProvider(), asked);
    const report = await evaluateWith(lazy, asked);
    expect(valueOf(report, 'required_facts')).toBeLessThan(valueOf(before, 'required_facts') - 0.2);
    expect(failedOf(report)).toContain('required_facts');
  });

  it('names the forbidden texts when the model tells what only the record says', async () => {
    const report = await evaluateWith(
      saying(() => 'May I ask whether legal is still involved, and do you still compare us with one other vendor?'),
    );
    expect(failedOf(report)).toContain('forbidden_texts_absent');
    expect(scoreOf(report, 'forbidden_texts_absent')?.misses.map(({ detail }) => detail)).toContain(
      'says "one other vendor"',
    );
  });

  it('names the tools when the model answers from memory', async () => {
    const memory: LlmProvider = {
      name: 'memory',
      model: 'memory-1',
      stream: (request, signal) => new OfflineProvider().stream({ ...request, tools: [] }, signal),
    };
    const report = await evaluateWith(memory);
    expect(failedOf(report)).toContain('tool_choice');
  });

  it('fails when turns break: a turn without an answer is a miss, not a gap', async () => {
    const report = await evaluateWith(new ScriptedProvider([]));
    expect(valueOf(report, 'unscored_cases')).toBe(report.outcomes.length);
    expect(valueOf(report, 'intent_accuracy')).toBe(0);
    expect(scoreOf(report, 'latency_p95_ms')?.value).toBeNull();
    const good = report.judgements.filter(({ score }) => score.value !== null && score.value > 0);
    expect(good.map(({ name }) => name)).toEqual(['unscored_cases']);
  });
});

describe('a conversation of several turns', () => {
  it('is played through one stored conversation, told the time of its case', async () => {
    const golden: GoldenCase = {
      id: 'talk',
      split: 'dev',
      now: '2026-02-27T10:00:00Z',
      turns: [
        { message: 'What does the Starter plan cost per seat?' },
        { message: 'and monthly?', expect: { must_contain: ['$23'] } },
        { message: 'Fine. Can we see a demo next Tuesday?', expect: { intent: 'demo_request' } },
      ],
    };
    const { outcomes } = await evaluateWith(new OfflineProvider(), [golden]);
    const conversations = await app
      .get(DataSource)
      .query<{ last_seq: string }[]>(
        "SELECT last_seq FROM conversations WHERE title LIKE 'What does the Starter plan%'",
      );
    expect(conversations.map(({ last_seq }) => Number(last_seq))).toContain(6);
    expect(outcomes.map(({ golden: turn }) => turn.id)).toEqual(['talk#1', 'talk#2', 'talk#3']);
    expect(outcomes[1]?.answer?.suggested_response_draft).toContain('$23');
    expect(outcomes[2]?.answer?.internal_next_steps).toMatchObject([
      { action: 'SCHEDULE_FOLLOW_UP', details: { date: '2026-03-03' } },
    ]);
  });
});

describe('the committed calibration', () => {
  it('was fitted to the golden turns as they are; else run npm run eval -- --calibrate', () => {
    const { samples, datasetHash } = CONFIDENCE_CALIBRATION;
    expect({ samples, datasetHash }).toEqual(hashDataset(cases));
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

  async function complaintsOf(run: () => Promise<{ code: number; printed: string[] }>): Promise<string> {
    const complaints: string[] = [];
    const { write } = process.stderr;
    process.stderr.write = (text: Uint8Array | string): boolean => complaints.push(String(text)) > 0;
    try {
      const { code, printed } = await run();
      expect([code, printed]).toEqual([2, []]);
    } finally {
      process.stderr.write = write;
    }
    return complaints.join('');
  }

  const greeting = { id: 'a', split: 'dev', message: 'Hi there!', expect: { intent: 'greeting' } };

  it('refuses a dataset with an unknown field, naming file, line and field, and exits with 2', async () => {
    const complaints = await complaintsOf(() => runOn({ ...greeting, expect: { intents: ['greeting'] } }));
    expect(complaints).toMatch(/golden\.jsonl:1: expect: .*"intents"/);
  });

  it('refuses a split that does not exist, and one without a case', async () => {
    expect(await complaintsOf(() => runOn(greeting, '--split', 'test'))).toContain('--split is dev or heldout');
    expect(await complaintsOf(() => runOn(greeting, '--split', 'heldout'))).toContain('holds no heldout case');
  });

  it('prints one JSON document with --json, with null and a reason where there is no data, and exits with 1', async () => {
    const { code, printed } = await runOn(greeting, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(printed.join('\n'))).toMatchObject({
      passed: false,
      metrics: {
        intent_accuracy: { value: 1, samples: 1, passed: true, dev: { value: 1 }, heldout: { value: null } },
        next_steps: { value: null, reason: 'no case expects next steps', passed: false },
        calibration_error: { samples: 1, note: 'insufficient data' },
      },
      results: [{ id: 'a', split: 'dev', intent: 'greeting', model: 'offline', fault: null }],
    });
  }, 60_000);
});
