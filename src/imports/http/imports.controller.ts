import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  AcceptMultipart,
  APP_CONFIG,
  CollectionWide,
  readIdempotencyKey,
  writeAnswer,
  type AppConfig,
  type IdempotencyRequest,
} from '../../platform/index.js';
import { toCsvLine } from '../../shared/csv-line.js';
import { canonicalJson, sha256Hex } from '../../shared/hash.js';
import { ImportService, type ImportSettings, type LocalFile } from '../import.service.js';
import { describeFinding } from '../report/describe-finding.js';
import { RollbackService } from '../rollback.service.js';
import { ImportRejectRepository } from '../store/import-reject.repository.js';
import { ImportCreatedResponse, ImportResponse } from './imports.dto.js';
import { toImportResponse } from './imports.mapper.js';
import { readSettings } from './read-settings.js';
import { readUpload } from './read-upload.js';

const FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'array', items: { type: 'string', format: 'binary' }, description: 'One file or several.' },
    dataset: { type: 'string', description: 'What the files hold; told from each header when left out.' },
    dry_run: { type: 'boolean', default: false, description: 'The same report, and nothing is changed.' },
    on_malformed: { type: 'string', enum: ['quarantine', 'repair'], default: 'quarantine' },
  },
};

/** The import of the sample prospects, which a fresh installation has. */
const IMPORT_ID = { name: 'id', description: 'The import.', example: '01900000-0000-7000-8000-000000000a01' };

/** Whole files to stored rows, with an account of every row. */
@ApiTags('imports')
@Controller('imports')
@CollectionWide()
export class ImportsController {
  constructor(
    private readonly imports: ImportService,
    private readonly rollbacks: RollbackService,
    private readonly rejects: ImportRejectRepository,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'imports'>,
  ) {}

  /** Takes files in; they are imported in the background. */
  @Post()
  @HttpCode(202)
  @AcceptMultipart()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiAcceptedResponse({
    type: ImportCreatedResponse,
    headers: { Location: { description: 'Where the report is.', schema: { type: 'string' } } },
  })
  async create(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportCreatedResponse> {
    const key = readIdempotencyKey(request);
    const upload = await readUpload(request, this.config.imports.maxFileBytes);
    try {
      const settings = readSettings(upload.fields);
      const answer = await this.imports.enqueue(upload.files, settings, withContent(key, settings, upload.files));
      void reply.header('Location', `/api/v1/imports/${answer.body.import_id}`);
      return writeAnswer(reply, answer);
    } finally {
      await upload.discard();
    }
  }

  /** How an import goes and what became of every file. */
  @Get(':id')
  @ApiParam(IMPORT_ID)
  @ApiOkResponse({ type: ImportResponse })
  async get(@Param('id') id: string): Promise<ImportResponse> {
    return toImportResponse(await this.imports.get(id));
  }

  /** Why rows were quarantined, a line for each reason; no cell can act as a spreadsheet formula. */
  @Get(':id/rejects.csv')
  @ApiParam(IMPORT_ID)
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async getRejects(@Param('id') id: string): Promise<StreamableFile> {
    const { import_id: importId } = await this.imports.get(id);
    return new StreamableFile(Readable.from(this.renderRejects(importId)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="rejects-${importId}.csv"`,
    });
  }

  /** Restores what was stored before the import, or answers 409 when later changes depend on it. */
  @Post(':id/rollback')
  @ApiParam({ name: 'id', description: 'The import.' })
  @HttpCode(200)
  @ApiOperation({ description: 'Doing it twice is doing it once.' })
  @ApiOkResponse({ type: ImportResponse })
  async rollBack(@Param('id') id: string): Promise<ImportResponse> {
    await this.rollbacks.rollBack(id);
    return toImportResponse(await this.imports.get(id));
  }

  private async *renderRejects(importId: string): AsyncGenerator<string, void> {
    yield toCsvLine(['row', 'column', 'value', 'code', 'message', 'suggestion', 'file']);
    for await (const page of this.rejects.listPages(importId)) {
      const lines = page.map(({ row_number, column_name, value, code, suggestion, file }) =>
        toCsvLine([row_number, column_name, value, code, describeFinding(code, suggestion), suggestion, file]),
      );
      yield lines.join('');
    }
  }
}

/** A form is no JSON body: what tells two of them apart is what their files hold. */
function withContent(
  key: IdempotencyRequest | null,
  settings: ImportSettings,
  files: readonly LocalFile[],
): IdempotencyRequest | null {
  if (key === null) return null;
  const content = files.map(({ name, sha256 }) => ({ name, sha256 }));
  return { ...key, requestHash: sha256Hex(canonicalJson([key.requestHash, settings, content])) };
}
