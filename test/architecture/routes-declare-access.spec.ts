import 'reflect-metadata';
import { PERMISSIONS } from '@lib/access';
import { readEnv } from '@lib/config';
import { PartnershipDirectory } from '@lib/partnerships';
import { Controller, Get, RequestMethod } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { AppModule } from '../../apps/web/src/app.module.js';
import { ACCESS_RULE, AccessGuard, Public } from '../../apps/web/src/http/access.js';

type Class = new (...args: never[]) => object;
interface Handler {
  readonly name: string;
  readonly address: string;
  readonly rule: unknown;
}

const app = AppModule.with(readEnv({ DATABASE_RUNTIME_URL: 'postgres://nobody@localhost/nothing' }));
const handlers = controllersOf(app).flatMap(handlersOf);

describe('access is denied unless it is given', () => {
  it('by every route, and the routes are found', () => {
    expect(handlers.length).toBeGreaterThan(30);
    expect(handlers.map(({ name }) => name)).toContain('FiguresController.save');
    expect(handlers.filter(({ rule }) => rule === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('by a rule that there is', () => {
    const rules = ['public', 'signed-in', ...Object.keys(PERMISSIONS)];
    for (const { name, rule } of handlers) expect([name, rules.includes(String(rule))]).toEqual([name, true]);
  });

  it('for a partnership that the address names, where a right is asked for', () => {
    const rights = handlers.filter(({ rule }) => String(rule) in PERMISSIONS);
    for (const { name, address } of rights)
      expect([name, address.startsWith('partnerships/:partnership')]).toEqual([name, true]);
  });

  it('by the one guard, which stands before every route', () => {
    expect(app.providers).toContainEqual({ provide: APP_GUARD, useClass: AccessGuard });
  });

  it('not by a route that declares nothing: it serves nobody', async () => {
    const served = jest.fn(() => 'served');
    @Controller()
    class Careless {
      @Get('open')
      @Public()
      open(): string {
        return served();
      }

      @Get('forgotten')
      forgotten(): string {
        return served();
      }
    }
    const module = await Test.createTestingModule({
      controllers: [Careless],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: PartnershipDirectory, useValue: {} },
      ],
    }).compile();
    const careless = await module.createNestApplication({ logger: false }).init();
    try {
      await request(careless.getHttpServer()).get('/open').expect(200);
      await request(careless.getHttpServer()).get('/forgotten').expect(500);
      expect(served).toHaveBeenCalledTimes(1);
    } finally {
      await careless.close();
    }
  });
});

/** The controllers of a module and of everything it imports. */
function controllersOf(module: unknown, seen = new Set<unknown>()): Class[] {
  if (module === null || (typeof module !== 'object' && typeof module !== 'function') || seen.has(module))
    return [];
  seen.add(module);
  const dynamic = module as { module?: Class; controllers?: Class[]; imports?: unknown[] };
  const declared = (key: string): unknown[] =>
    typeof module === 'function' ? ((Reflect.getMetadata(key, module) as unknown[] | undefined) ?? []) : [];
  return [
    ...(dynamic.controllers ?? []),
    ...(declared('controllers') as Class[]),
    ...[dynamic.module, ...(dynamic.imports ?? []), ...declared('imports')].flatMap((one) =>
      controllersOf(one, seen),
    ),
  ];
}

/** The methods of a controller that are routes. */
function handlersOf(controller: Class): Handler[] {
  const prototype = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype).flatMap((method) => {
    const handler = prototype[method]!;
    if (RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod] === undefined) return [];
    const path = [controller, handler].map((part) => String(Reflect.getMetadata('path', part)));
    return {
      name: `${controller.name}.${method}`,
      address: path.join('/').replaceAll(/^\/+/g, ''),
      rule: Reflect.getMetadata(ACCESS_RULE, handler) as unknown,
    };
  });
}
