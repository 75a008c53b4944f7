using System.ComponentModel;

namespace IspPortal.Web.Shared.Api;

/// <summary>Every answer that is not a success.</summary>
internal sealed record ApiProblem
{
    [Description("URN of the problem's kind; ends in the code.")]
    public required string Type { get; init; }

    [Description("What happened, in the language of Accept-Language (en or id). For people: programs read the code.")]
    public required string Title { get; init; }

    public required int Status { get; init; }

    [Description("What it means and what to do, or null.")]
    public string? Detail { get; init; }

    [Description("Stable and language-free, e.g. network.router_not_found.")]
    public required string Code { get; init; }

    [Description("What the outside said, word for word (a router's message), or null.")]
    public string? Cause { get; init; }

    [Description("Sentences per field, or null.")]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    [Description("Stable codes per field, in the order of errors, or null.")]
    public IReadOnlyDictionary<string, string[]>? ErrorCodes { get; init; }

    [Description("Names this request in the portal's log.")]
    public required string TraceId { get; init; }
}
