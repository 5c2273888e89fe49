// Record, rank and explain through the generated TypeScript clients: node engagement.js <contacts URL> <engagement URL> <token>
import { Configuration as ContactsConfiguration, ContactsApi } from "./client/index.js";
import { Configuration, Direction, InteractionKind, InteractionsApi, RelevanceApi, RelevanceOrder } from "./engagement/index.js";

declare const process: { argv: string[] };

const [contactsUrl, engagementUrl, accessToken] = process.argv.slice(2);
const contacts = new ContactsApi(new ContactsConfiguration({ basePath: contactsUrl, accessToken }));
const configuration = new Configuration({ basePath: engagementUrl, accessToken });
const interactions = new InteractionsApi(configuration);
const relevance = new RelevanceApi(configuration);

function check(what: string, holds: boolean): void {
    if (!holds) {
        throw new Error("it should be that " + what);
    }
    console.log("ok: " + what);
}

const jane = await contacts.addContact({ newContact: { displayName: "Jane Doe", emails: ["jane@example.org"] } });
const recorded = await interactions.addInteractions({
    interactionBatch: {
        items: [1, 8, 20].map((days) => ({
            address: "jane@example.org",
            kind: InteractionKind.Call,
            direction: Direction.Outbound,
            occurredAt: new Date(Date.now() - days * 86_400_000),
        })),
    },
});
check("all are recorded", recorded.accepted === 3);

let ranked = await relevance.listRelevance({ order: RelevanceOrder.Strongest });
for (let tries = 0; ranked.items[0]?.interactions !== 3 && tries < 300; tries++) {
    await new Promise((resume) => setTimeout(resume, 100));
    ranked = await relevance.listRelevance({ order: RelevanceOrder.Strongest });
}
check("the ranking has the contact", ranked.items[0]?.contactId === jane.id && ranked.items[0]?.displayName === "Jane Doe");
const explanation = await relevance.explainRelevance({ contactId: jane.id });
const shares = (explanation.shares ?? []).reduce((sum, it) => sum + (it.share ?? 0), 0);
check("the shares add up", Math.abs(shares - 1) < 1e-9);
console.log("engagement done");
