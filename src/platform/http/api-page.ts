import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** Documents a keyset page of the given items; the compiler cannot read the argument of `Page<T>`. */
export function ApiPage(item: Type): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(item),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['data', 'page'],
        properties: {
          data: { type: 'array', items: { $ref: getSchemaPath(item) } },
          page: {
            type: 'object',
            required: ['limit', 'next_cursor', 'has_more'],
            properties: {
              limit: { type: 'integer', example: 20 },
              next_cursor: { type: 'string', nullable: true, example: null },
              has_more: { type: 'boolean', example: false },
            },
          },
        },
      },
    }),
  );
}
