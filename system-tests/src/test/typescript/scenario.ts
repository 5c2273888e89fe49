// The main scenario through the generated TypeScript client: node scenario.js <base URL> <token>
import {
    CirclesApi,
    Configuration,
    ContactImportState,
    ContactSort,
    ContactsApi,
    ImportsApi,
    MergesApi,
    ProblemFromJSON,
    Relationship,
    ResponseError,
    type Contact,
    type Problem,
} from "./client/index.js";

declare const process: { argv: string[] };

const [basePath, accessToken] = process.argv.slice(2);
const contacts = new ContactsApi(new Configuration({ basePath, accessToken }));

function check(what: string, holds: boolean): void {
    if (!holds) {
        throw new Error("it should be that " + what);
    }
    console.log("ok: " + what);
}

function required<T>(what: string, value: T | null | undefined): T {
    if (value === null || value === undefined) {
        throw new Error("missing: " + what);
    }
    return value;
}

async function refused(action: Promise<unknown>): Promise<Problem> {
    try {
        await action;
    } catch (error) {
        if (error instanceof ResponseError) {
            return ProblemFromJSON(await error.response.json());
        }
        throw error;
    }
    throw new Error("it should have been refused");
}

async function addAndRead(): Promise<[Contact, string]> {
    const added = await contacts.addContact({
        newContact: {
            givenName: "Jürgen",
            familyName: "Groß",
            emails: ["juergen@example.org"],
            relationship: Relationship.Client,
            birthday: "--04-12",
            labels: { "juergen@example.org": "work" },
            cadence: { ideal: "P30D", counting: ["call", "meeting"] },
            anniversaries: [{ label: "wedding", date: "2001-06-30" }],
            notes: "met at FOSDEM",
        },
        idempotencyKey: "typescript-1",
    });
    const answer = await contacts.getContactRaw({ id: added.id });
    const read = await answer.value();
    check("the contact is read as it was added", read.displayName === "Jürgen Groß" && read.birthday === "--04-12");
    check("instants are dates", read.createdAt instanceof Date && read.createdAt.getTime() === added.createdAt.getTime());
    check("maps keep their entries", read.labels?.["juergen@example.org"] === "work");
    check("a cadence is complete", read.cadence?.longest === "P30D");
    return [read, required("ETag", answer.raw.headers.get("ETag"))];
}

async function list(expected: number): Promise<void> {
    const ids = new Set<string>();
    let cursor: string | undefined = undefined;
    do {
        const page = await contacts.listContacts({ limit: 2, sort: ContactSort.Name, cursor });
        page.items.forEach((it) => ids.add(it.id));
        cursor = page.next;
    } while (cursor);
    check("the pages have every contact once", ids.size === expected);
    const counted = await contacts.listContacts({ total: true, limit: 1 });
    check("the list is counted", counted.total === expected);
}

async function change(contact: Contact, etag: string): Promise<string> {
    const answer = await contacts.patchContactRaw({
        id: contact.id,
        ifMatch: etag,
        contactPatch: { title: "Director", notes: null, labels: { "juergen@example.org": null }, cadence: { longest: "P60D" } },
    });
    const changed = await answer.value();
    check("the patch sets, clears and keeps", changed.title === "Director" && !changed.notes && !!changed.emails?.length);
    check("the patch reaches into maps and objects", changed.cadence?.ideal === "P30D" && !changed.labels?.["juergen@example.org"]);
    const problem = await refused(contacts.patchContact({ id: contact.id, ifMatch: etag, contactPatch: { title: "CEO" } }));
    check("an old ETag is a problem of its type", problem.status === 412 && !!problem.type?.endsWith(":precondition-failed"));
    return required("ETag", answer.raw.headers.get("ETag"));
}

async function batch(): Promise<void> {
    const result = await contacts.addContacts({
        newContacts: { items: [{ displayName: "Ann" }, { displayName: " " }, { organization: "Acme" }] },
    });
    const results = required("results", result.results);
    check("good items land, bad ones are told", result.accepted === 2 && results[1]?.problem?.status === 400);
    const ann = required("result", results[0]);
    const patched = await contacts.patchContacts({
        contactChanges: { items: [{ id: required("id", ann.id), version: required("version", ann.version), patch: { nickname: "Annie" } }] },
    });
    check("a batch changes", patched.accepted === 1);
}

const [contact, etag] = await addAndRead();
const invalid = await refused(contacts.addContact({ newContact: { displayName: "X", emails: ["nonsense"] } }));
check("violations name the field", invalid.status === 400 && invalid.violations?.[0]?.field === "emails[0]");
await batch();
await list(3);
const found = await contacts.listContacts({ q: "jurgen" });
check("search finds it without its accents", found.items.length === 1 && found.items[0]?.id === contact.id);
const latest = await change(contact, etag);
await contacts.deleteContact({ id: contact.id, ifMatch: latest });
check("what was deleted is not found", (await refused(contacts.getContact({ id: contact.id }))).status === 404);
async function circleImportMerge(): Promise<void> {
    const configuration = new Configuration({ basePath, accessToken });
    const circles = new CirclesApi(configuration);
    const imports = new ImportsApi(configuration);
    const merges = new MergesApi(configuration);
    const circle = await circles.addCircle({ newCircle: { name: "Key clients", cadence: { ideal: "P30D" } } });
    const accepted = await imports.importContacts({
        body: "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Dora Dean\r\nEMAIL:dora@example.org\r\nEND:VCARD\r\n",
        circle: [circle.id],
    });
    const importId = required("import", accepted.id);
    let state = accepted.state;
    while (state === ContactImportState.Waiting || state === ContactImportState.Running) {
        await new Promise((resume) => setTimeout(resume, 100));
        state = (await imports.getContactImport({ id: importId })).state;
    }
    const members = await circles.listCircleMembers({ id: circle.id });
    check("the imported contact is in the circle", members.items[0]?.displayName === "Dora Dean");
    const dora = required("member", members.items[0]);
    const twin = await contacts.addContact({ newContact: { displayName: "Dora D.", phones: ["+4930123456"] } });
    const merged = await merges.mergeContacts({ id: dora.id, ifMatch: "*", mergeRequest: { contacts: [twin.id] } });
    check("the survivor has the other's phone", merged.phones?.length === 1);
    await merges.undoMerge({ id: merged.mergeId });
    check("the merge is undone", (await contacts.getContact({ id: twin.id })).displayName === "Dora D.");
}

await circleImportMerge();
console.log("scenario done");
