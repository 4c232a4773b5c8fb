import type { DatasetFileView } from '../../server/publish/dataset.view';

export type Language = 'r' | 'python' | 'curl';

/**
 * How to read a file in three languages.
 * @param file the CSV for programs
 * @param name what the table is called in the code
 * @param origin scheme and host of this instance
 * @param sum a word for the checksum, for a comment
 */
export function snippetsOf(
  file: DatasetFileView,
  name: string,
  origin: string,
  sum: string,
): { language: Language; code: string }[] {
  const address = origin + file.href;
  const variable = name.replaceAll('-', '_');
  return [
    {
      language: 'r',
      code: `${variable} <- read.csv("${address}", fileEncoding = "UTF-8", na.strings = "")`,
    },
    {
      language: 'python',
      code: `import pandas as pd\n${variable} = pd.read_csv("${address}")`,
    },
    {
      language: 'curl',
      code: `curl -o "${file.file_name}" "${address}"\n# ${sum}\necho "${file.sha256}  ${file.file_name}" | sha256sum -c`,
    },
  ];
}
