import {
  Body,
  Controller,
  Delete,
  Get,
  Global,
  HttpCode,
  Module,
  Param,
  Post,
  Query,
  Req,
  Res,
  VERSION_NEUTRAL,
} from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { connect, type AddressInfo } from 'node:net';
import { ProcessMessageQuery } from '../../src/conversations/dto/process-message-query.dto.js';
import { createEventLog } from '../../src/platform/logging/create-event-log.js';
import { NestLogAdapter } from '../../src/platform/logging/nest-log.adapter.js';
import {
  buildOpenApi,
  configureHttpApp,
  createHttpAdapter,
  currentRequestId,
  EventLog,
  Metrics,
  PageQuery,
  ProblemError,
  serveOpenApi,
} from '../../src/platform/index.js';

class Entry {
  @IsString()
  sender!: string;

  @IsString()
  @MaxLength(1000)
  content!: string;
}

class Turn {
  @IsString()
  @MinLength(1)
  current_prospect_message!: string;

  @IsOptional()
  @IsInt()
  number?: number;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Entry)
  conversation_history?: Entry[];
}

@Controller('things')
class ThingController {
  @Get()
  list(@Query() query: PageQuery) {
    return { limit: query.limit, cursor: query.cursor ?? null };
  }

  @Get(':id')
  get(@Param('id') id: string) {
    return { id };
  }

  @Post()
  @HttpCode(200)
  create(@Body() body: Turn) {
    return { entries: body.conversation_history?.length ?? 0, request_id: currentRequestId() };
  }

  @Delete(':id')
  @HttpCode(204)
  remove(): void {
    // Answers nothing.
  }

  @Post('fault')
  fault(@Query('kind') kind: string) {
    if (kind === 'closed') throw new ProblemError('conversation_closed');
    if (kind === 'database') throw Object.assign(new Error('connect ECONNREFUSED 10.1.1.1'), { code: 'ECONNREFUSED' });
    throw new Error('secret detail at /srv/x.ts');
  }

  @Get('message/traced')
  traced(@Query() query: ProcessMessageQuery) {
    return { traced: query.trace === 'true' };
  }

  @Get('never/answers')
  never(): Promise<never> {
    return new Promise(() => undefined);
  }
}

@Controller({ path: 'v1/models', version: VERSION_NEUTRAL })
class OpenAiController {
  @Get()
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('ETag', '"1"');
    return { url: request.url };
  }
}

/** Every line the app has logged. */
export const lines: string[] = [];
const log = createEventLog({ level: 'debug', format: 'json' }, { write: (line: string) => lines.push(line) });

@Global()
@Module({
  controllers: [ThingController, OpenAiController],
  providers: [{ provide: EventLog, useValue: log }, Metrics],
})
class SampleModule {}

const config = {
  http: {
    host: '127.0.0.1',
    port: 0,
    corsOrigins: ['https://app.example'],
    rateLimitPerMinute: 0,
    requestTimeoutMs: 400,
  },
};

/** A small application with every convention and a few routes to try them on. */
export async function startSampleApp(): Promise<{ app: NestFastifyApplication; port: number }> {
  const module = await Test.createTestingModule({ imports: [SampleModule] })
    .setLogger(new NestLogAdapter(log))
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(createHttpAdapter(config));
  configureHttpApp(app, config);
  serveOpenApi(app, buildOpenApi(app));
  await app.listen(0, '127.0.0.1');
  return { app, port: (app.getHttpServer().address() as AddressInfo).port };
}

export interface Sent {
  method?: string;
  body?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

export async function send(port: number, path: string, { method, body, headers }: Sent = {}) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, text, json };
}

export async function sendChunked(port: number, body: string): Promise<number> {
  const head =
    'POST /api/things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
  const answer = await sendRaw(port, `${head}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`);
  return Number(answer.slice(9, 12));
}

export async function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    // A body that is refused half-way resets the connection; what was answered before counts.
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      answer += bytes.toString('latin1');
      if (answer.includes('\r\n\r\n')) socket.end();
    });
    socket.on('close', () => {
      resolve(answer);
    });
    socket.write(text);
  });
}
