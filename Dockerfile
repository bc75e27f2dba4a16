# Not yet run: written from the packages' documents. One image for `serve`, `work` and `migrate`.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --omit=optional --no-audit --no-fund --ignore-scripts
COPY . .
RUN node -e "import('./src/commands/build-dashboard.ts').then((m) => m.buildDashboard())" \
 && npm prune --omit=dev --omit=optional --no-audit --no-fund --ignore-scripts

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production DENGAR_HOST=0.0.0.0 DENGAR_DATA=/data
COPY --from=build --chown=node:node /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8787
ENTRYPOINT ["node", "src/main.ts"]
CMD ["start"]
