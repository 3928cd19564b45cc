# Run-time packages only. No dependency needs its install script here, so none runs.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY migrations ./migrations
COPY src ./src
RUN npm run build

FROM node:24-bookworm-slim
WORKDIR /app
# AUTH_MODE=keys: on an address that others reach, nobody is served without a key.
# DATA_DIR is used only without DATABASE_URL, by the embedded database.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8000 \
    AUTH_MODE=keys \
    SAMPLE_DATA=off \
    DATA_DIR=/data
RUN install -d -o node -g node -m 0700 /data
VOLUME /data
# The program belongs to root: the user that runs it cannot change it.
COPY package.json ./
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY knowledge-base ./knowledge-base
COPY sample-data ./sample-data
USER node
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
