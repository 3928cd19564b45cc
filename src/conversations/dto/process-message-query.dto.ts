import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

const SWITCH = ['true', 'false'] as const;

/** What the answer to a message holds besides the draft. */
export class ProcessMessageQuery {
  @IsOptional()
  @IsIn(SWITCH)
  @ApiPropertyOptional({ enum: SWITCH, description: 'Adds `reasoning_trace`.' })
  trace?: (typeof SWITCH)[number];
}
