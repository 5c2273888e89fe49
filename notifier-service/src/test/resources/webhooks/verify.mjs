// Verifies requests with the public library of Standard Webhooks; prints one word a request.
import { readFileSync } from "node:fs";
import { Webhook } from "standardwebhooks";

for (const { secret, headers, body } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  try {
    new Webhook(secret).verify(body, headers);
    console.log("verified");
  } catch (error) {
    console.log("refused");
  }
}
