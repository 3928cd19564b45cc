import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { APP_CONFIG, type AppConfig } from '../config/app-config.js';
import { LOCAL_OWNER_TOKEN } from '../database/database.module.js';
import { ProblemError } from '../errors/problem-error.js';
import { ApiKeyService } from './api-key.service.js';
import { ANONYMOUS_CALLER, LOCAL_OWNER, type Caller, type Scope } from './caller.js';
import { checkAccess } from './check-access.js';
import { equalsInConstantTime } from './key-text.js';
import { isSameMachine, type Connection } from './is-same-machine.js';
import { readPresentedKey } from './read-presented-key.js';
import { COLLECTION_WIDE_METADATA, PUBLIC_METADATA, rememberCaller, SCOPE_METADATA } from './require-scope.js';

/** Decides for every route who is asking and whether they may. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    @Inject(LOCAL_OWNER_TOKEN) private readonly ownerToken: string | null,
    private readonly keys: ApiKeyService,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_METADATA, targets) === true) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = await this.identify(request);
    rememberCaller(request, caller);
    checkAccess(caller, {
      scope: this.reflector.getAllAndOverride<Scope | undefined>(SCOPE_METADATA, targets),
      collectionWide: this.reflector.getAllAndOverride<boolean | undefined>(COLLECTION_WIDE_METADATA, targets) === true,
      method: request.method,
    });
    return true;
  }

  private async identify(request: FastifyRequest): Promise<Caller> {
    const presented = readPresentedKey(request.headers);
    if (presented !== undefined && this.isOwner(presented, request.socket)) return LOCAL_OWNER;
    if (this.config.auth.mode === 'none') return ANONYMOUS_CALLER;
    const caller = presented === undefined ? undefined : await this.keys.authenticate(presented);
    if (caller === undefined) {
      throw new ProblemError(
        'unauthorized',
        presented === undefined
          ? 'Send the key as "Authorization: Bearer <key>" or "X-API-Key: <key>".'
          : 'The key is unknown or was revoked.',
        { headers: { 'WWW-Authenticate': 'Bearer' } },
      );
    }
    return caller;
  }

  /** The token from the lock file counts only on the machine where the file is. */
  private isOwner(presented: string, connection: Connection): boolean {
    return this.ownerToken !== null && isSameMachine(connection) && equalsInConstantTime(presented, this.ownerToken);
  }
}
