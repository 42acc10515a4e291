// What Amazon's validator says of an APL document on standard input: node suggest.cjs FOLDER, as JSON.
const path = require("path");

const { StaticAplTemplateValidator } = require(path.resolve(process.argv[2], "node_modules/apl-suggester"));

// Where a rotation is an expression it checks neither commands nor graphics, so those are made numbers first.
function withoutTurns(value) {
  if (Array.isArray(value)) return value.map(withoutTurns);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === "rotation" ? 0 : withoutTurns(one)]),
  );
}

async function main() {
  let text = "";
  for await (const chunk of process.stdin) text += chunk;
  const found = await new StaticAplTemplateValidator().validate(withoutTurns(JSON.parse(text)));
  process.stdout.write(JSON.stringify(found));
}

main();
