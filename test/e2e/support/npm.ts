/**
 * How tests have npm install: no scripts, and nothing but packages. Not with --prefer-offline: a cache that holds an
 * older list of one package's versions than of another's, which needs a newer one, has no version to give.
 */
export const onlyPackages = ["--ignore-scripts", "--no-audit", "--no-fund"];
