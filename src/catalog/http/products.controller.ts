import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiPage } from '../../platform/index.js';
import { type Page } from '../../shared/cursor-page.js';
import { PopularProductDto, PopularProductsQuery, ProductDto, ProductListQuery } from './product.dto.js';
import { ProductService } from './product.service.js';

@ApiTags('shop')
@Controller('products')
export class ProductsController {
  constructor(private readonly products: ProductService) {}

  /** Lists products by id, filtered. */
  @Get()
  @ApiPage(ProductDto)
  list(@Query() query: ProductListQuery): Promise<Page<ProductDto>> {
    return this.products.list(query);
  }

  /** What sold most, by order items neither cancelled nor returned; equals by product id. */
  @Get('popular')
  @ApiPage(PopularProductDto)
  listPopular(@Query() query: PopularProductsQuery): Promise<Page<PopularProductDto>> {
    return this.products.rank(query);
  }

  /** One product with its stock. */
  @Get(':id')
  @ApiParam({ name: 'id', description: 'The product id.', example: 101 })
  get(@Param('id') id: string): Promise<ProductDto> {
    return this.products.get(id);
  }
}
