/** The head of /api/openapi.json. */
export const documentation = {
  documentation: {
    info: {
      title: 'Dengar',
      version: '0.1.0',
      description:
        'The API of the staff app. Signing in sets a cookie; each route needs a right of the role. ' +
        'Times are ISO 8601 in UTC. A refusal is {error, fields?, requestId} with an Indonesian sentence.',
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'dengar_session' },
      },
    },
    security: [{ session: [] }],
  },
  excludeStaticFile: false,
  defaultValidationErrorResponse: false,
}
