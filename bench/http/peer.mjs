/** Nest on Express with class-validator's pipe: what the framework's own documentation sets up. */
import * as common from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import * as validator from 'class-validator';
import { answerCommands, cpuMsSince } from '../support/child.mjs';
import { defineController } from './controller.mjs';

class BenchModule {}
common.Module({ controllers: [defineController(common, validator)] })(BenchModule);

const app = await NestFactory.create(BenchModule, new ExpressAdapter(), { logger: false });
app.setGlobalPrefix('api');
app.useGlobalPipes(new common.ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
await app.listen(0, '127.0.0.1');

let before = process.cpuUsage();
answerCommands(
  { mark: () => void (before = process.cpuUsage()), cpuMs: () => cpuMsSince(before) },
  { url: `http://127.0.0.1:${app.getHttpServer().address().port}/api/enquiries` },
);
