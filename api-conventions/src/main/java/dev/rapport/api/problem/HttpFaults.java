package dev.rapport.api.problem;

/** Problems that the HTTP layer finds before any method of a service runs. */
final class HttpFaults {

    private HttpFaults() {}

    static Problem problem(int status) {
        var type = ProblemType.ofStatus(status);
        return new Problem(type.uri(), type.title(), status, detail(status), null, null);
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not know this method.";
            case 406 -> "This resource cannot be had in a media type of your Accept header.";
            case 413 -> "Send a smaller body.";
            case 415 -> "Send the body in a media type that this operation reads, such as application/json.";
            default -> status < 500 ? "The request cannot be understood." : "The service cannot answer this request.";
        };
    }
}
