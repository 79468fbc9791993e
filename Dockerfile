# The generator with its sandbox and its conformance runner:
#   docker build -t channelsmith .
#   docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" channelsmith generate --spec openapi.yaml --output client
FROM python:3.13-slim AS build
COPY . /source
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels /source

FROM python:3.13-slim
COPY --from=build /wheels /wheels
COPY constraints.txt /wheels/constraints.txt
RUN pip install --no-cache-dir --no-compile --find-links /wheels --constraint /wheels/constraints.txt 'channelsmith[conform]'
ENV CHANNELSMITH_CACHE=off
WORKDIR /work
ENTRYPOINT ["channelsmith"]
