/** What parseArgs of Node found, in Dutch; it quotes the word at fault. */
export function optionProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const word = /'([^']+)'/.exec(message)?.[1] ?? 'optie';
  switch (error instanceof Error && 'code' in error ? error.code : '') {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `${word}: deze optie bestaat niet`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `${word}: de waarde ontbreekt, of deze optie heeft er geen`;
    default:
      return `${word}: dit woord hoort hier niet`;
  }
}
