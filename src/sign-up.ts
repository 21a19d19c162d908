import type { Site } from './site.ts';

/**
 * What the form of a newsletter sends besides the address of who signs up, and the origins that it goes to and is led
 * on to, which browsers hold to the policy alike. Buttondown's:
 * https://docs.buttondown.com/building-your-subscriber-base
 */
export function readSignUp({ action, api }: NonNullable<Site['newsletter']>): {
  fields: Readonly<Record<string, string>>;
  origins: string[];
} {
  const { origin } = new URL(action);
  return api === 'buttondown'
    ? { fields: { embed: '1' }, origins: [...new Set([origin, 'https://buttondown.com'])] }
    : { fields: {}, origins: [origin] };
}
