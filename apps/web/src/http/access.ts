import { may, notPermitted, type Permission } from '@lib/access';
import { type Actor, notFound } from '@lib/kernel';
import { type Partnership, PartnershipDirectory } from '@lib/partnerships';
import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
  UnauthorizedException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';

/** Who may come: anybody, anybody who is signed in, or who holds a right in the partnership of the address. */
export type AccessRule = 'public' | 'signed-in' | Permission;

export const ACCESS_RULE = 'access-rule';

export const Public = () => SetMetadata<string, AccessRule>(ACCESS_RULE, 'public');
export const SignedIn = () => SetMetadata<string, AccessRule>(ACCESS_RULE, 'signed-in');
/** The right is asked for in the partnership that `:partnership` names; the use case asks again for the record. */
export const Access = (permission: Permission) => SetMetadata<string, AccessRule>(ACCESS_RULE, permission);

/** The one guard. A route that declares nothing serves nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly directory: PartnershipDirectory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS_RULE, context.getHandler());
    if (!rule) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no access.`);
    if (rule === 'public') return true;

    const request = context.switchToHttp().getRequest<Request>();
    const actor = request.user;
    if (!actor) throw new UnauthorizedException();
    if (rule === 'signed-in') return true;

    const partnership = await this.directory.bySlug(String(request.params['partnership']));
    const belongs = actor.grants.some((grant) => grant.partnershipId === partnership?.id);
    if (!partnership || !belongs) throw notFound('partnership');
    request.partnership = partnership;
    if (!may(actor, rule, { partnershipId: partnership.id })) throw notPermitted(rule);
    return true;
  }
}

/** Who asks. Only on routes that are not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { user } = context.switchToHttp().getRequest<Request>();
  if (!user) throw new UnauthorizedException();
  return user;
});

/** The partnership of the address. Only on routes that ask for a right. */
export const CurrentPartnership = createParamDecorator(
  (_: unknown, context: ExecutionContext): Partnership => {
    const { partnership } = context.switchToHttp().getRequest<Request>();
    if (!partnership) throw new Error('This route asks for no right, so it has no partnership.');
    return partnership;
  },
);
