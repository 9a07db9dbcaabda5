// Generated from the server's OpenAPI contract by `npm run types`. Do not edit.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            status: number;
            /** @description Stable; the client has a sentence for each. */
            code: string;
            /** @description English, for developers. */
            detail: string;
            /** @description The input at fault, as a path. */
            field?: string;
        };
    };
    responses: {
        /** @description What is wrong, with a stable code. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
