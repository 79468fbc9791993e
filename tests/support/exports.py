"""A small document with jobs, in words no vendor uses."""

EXPORTS = """
openapi: 3.1.0
info: {title: Exports, version: "1"}
servers: [{url: "https://exports.example/{stage}", variables: {stage: {default: live}}}]
security: [{token: []}]
paths:
  /exports:
    post:
      operationId: startExport
      x-polling:
        id: /job
        status: {operation: showExport, parameter: job, state: /phase}
        result: {operation: fetchExport, parameter: job}
        reuse: {operation: listExports, items: "", createdTo: before}
        states: {pending: [queued, running], done: [finished], failed: [broken], gone: [unknown]}
        interval: 5
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [kind]
              properties:
                kind: {enum: [orders]}
                since: {type: string, format: date}
      responses:
        "202":
          description: Started
          content:
            application/json:
              schema: {type: object, properties: {job: {type: integer}}}
              example: {job: 7}
        4XX:
          description: Refused
          content:
            application/json:
              schema:
                type: object
                required: [message]
                properties: {message: {type: string}, code: {type: integer, const: 12}}
    get:
      operationId: listExports
      parameters:
        - {name: before, in: query, schema: {type: string}}
      responses:
        "200":
          description: All that are there
          content: {application/json: {schema: {type: array, items: {type: integer}}, example: [1, 2]}}
  /exports/{job}:
    parameters:
      - {name: job, in: path, required: true, schema: {type: integer}}
    get:
      operationId: showExport
      responses:
        "200":
          description: State
          content:
            application/json:
              schema: {type: object, properties: {phase: {type: string}, percent: {type: integer}}}
              example: {phase: running, percent: 10}
  /exports/{job}/data:
    parameters:
      - {name: job, in: path, required: true, schema: {type: integer}}
    get:
      operationId: fetchExport
      responses:
        "200":
          description: Data
          content: {text/csv: {example: "a,b"}, application/json: {example: [1]}}
  /ping:
    get:
      operationId: ping
      security: []
      responses:
        "200":
          description: Alive
          content:
            application/json:
              schema:
                type: object
                required: [at, tags]
                properties:
                  at: {type: string, format: date-time}
                  tags: {type: array, items: {$ref: "#/components/schemas/Tag"}}
  /caf%C3%A9:
    get:
      operationId: menu
      security: []
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
      responses:
        "200":
          description: Two forms
          content: {text/plain: {example: espresso}, application/json: {example: [espresso]}}
  /nothing:
    delete:
      operationId: forget
      security: [{basic: []}, {token: [], cookie: []}]
      responses: {"204": {description: Gone}}
components:
  schemas:
    Tag: {type: object, required: [name], properties: {name: {type: string}, above: {$ref: "#/components/schemas/Tag"}}}
  securitySchemes:
    token: {type: http, scheme: bearer}
    basic: {type: http, scheme: basic}
    cookie: {type: apiKey, in: cookie, name: session}
"""
TOKEN = {"Authorization": "Bearer sandbox-key"}
"""What opens it."""
