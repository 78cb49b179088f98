/** Three ways to read the fees in force today out of the open data, to copy. Tested as they stand here. */
export const dataExamples = (api: string): { name: string; code: string }[] => [
  {
    name: 'curl',
    code: `curl --silent ${api}fees.csv`,
  },
  {
    name: 'JavaScript',
    code: `const fees = await (await fetch('${api}fees.json')).json();
const today = new Date().toISOString().slice(0, 10);
for (const { name, values } of fees)
  for (const value of values)
    if (value.from <= today && (!value.until || today <= value.until))
      console.log(name.en, value.channel ?? '', value.amount ?? value.range ?? 'not a fixed sum');`,
  },
  {
    name: 'Python',
    code: `import csv, datetime, io, urllib.request

with urllib.request.urlopen("${api}fees.csv") as answer:
    table = io.StringIO(answer.read().decode("utf-8"))
today = datetime.date.today().isoformat()
for row in csv.DictReader(table):
    if row["from"] <= today and (not row["until"] or today <= row["until"]):
        print(row["name_en"], row["channel"], row["amount"], row["currency"])`,
  },
];
