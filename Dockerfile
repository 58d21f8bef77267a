# syntax=docker/dockerfile:1
#
#   docker build -t newsbot .
#   key=$(openssl rand -hex 16); echo "The page will ask for this key: $key"
#   docker run -d --name newsbot -p 127.0.0.1:5080:5080 -e Local__AccessKey="$key" \
#     --read-only --cap-drop ALL --security-opt no-new-privileges -v newsbot:/data newsbot
#
# Inside a container the page must listen on every address to be reached, and then it asks for an access key of 16 characters or
# more: without one the program refuses to start. Publish the port on loopback, as above, or put a TLS proxy before it.
# Settings are environment variables named as in appsettings.json, with two underscores: Telegram__Token, Storage__ConnectionString.
# Articles: mount a folder of yours over the seeds, read-only: -v /path/of/articles:/app/seeds:ro

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /build
COPY global.json appsettings.json ./
COPY src src
RUN dotnet publish src/NewsBot -p:PublishProfile=container -p:Architecture=$TARGETARCH -p:RestoreLockedMode=true -o /app \
 && mkdir /data

# Extra: with ICU and time zones, which languages and local times need. Chiseled: no shell, no package manager, no root.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled-extra
COPY --from=build /app /app
COPY seeds /app/seeds
# 1654 is the base image's user; a new volume takes over the owner of the folder beneath it.
COPY --from=build --chown=1654:1654 /data /data
WORKDIR /app
USER 1654
# Diagnostics would want to write a socket to /tmp, which a read-only root forbids.
ENV NEWSBOT_HOME=/app \
    Local__Address=http://0.0.0.0:5080 \
    Storage__Path=/data/newsbot.db \
    DOTNET_EnableDiagnostics=0
VOLUME /data
EXPOSE 5080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD ["/app/newsbot", "healthcheck"]
ENTRYPOINT ["/app/newsbot"]
