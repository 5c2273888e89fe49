package dev.rapport.engagement.profile;

/** Bodies for the API's document. */
final class ProfileExamples {

    static final String READY = """
            {"preset": "email"}""";

    static final String OWN = """
            {"preset": "key-accounts", "halfLife": "P45D", "kindWeights": {"call": 2, "meeting": 3},
             "bands": {"close": 80}}""";

    private static final String DEFINITION = """
            {"halfLife": "P30D", "burst": "PT8H", "outboundWeight": 1.6, "inboundWeight": 0.4, "kappa": 6.7,
             "driftChance": 0.7, "driftHorizon": "P14D", "kindWeights": {}, "inboundPitchWeight": 0,
             "bands": {"close": 75, "active": 50, "warm": 25, "cooling": 10}, "adaptive": false, "halfLives": {}}""";

    static final String VERSION = """
            {"version": 4, "state": "building", "definition":""" + DEFINITION + """
            ,
             "createdAt": "2026-03-01T09:30:00Z", "createdBy": "alex", "rhythms": [],
             "progress": {"doing": "building", "done": 41200, "total": 96310}}""";

    static final String PROFILE = """
            {"version": 3,
             "explanation": "Strength halves in 30 days; what the member sent counts 4 times what the contact sent; a strength of 6.7 scores 50.",
             "active": {"version": 3, "state": "active", "definition":""" + DEFINITION + """
            ,
              "createdAt": "2026-02-01T09:30:00Z", "createdBy": "alex", "appliedAt": "2026-02-01T09:31:12Z", "rhythms": []}}""";

    static final String TRIAL = """
            {"at": "2026-03-01T09:30:00Z", "definition":""" + DEFINITION + """
            , "considered": 500, "moved": 311,
             "bandChanges": [{"from": "active", "to": "close", "contacts": 17}],
             "items": [{"contactId": "01958f0e-3c5b-7e3a-9a53-1d7f0c2b4a11", "displayName": "Jane Doe", "owner": "alex",
              "rankBefore": 12, "rankAfter": 1, "scoreBefore": 61.7, "scoreAfter": 78.2, "bandBefore": "active",
              "bandAfter": "close"}]}""";

    private ProfileExamples() {}
}
