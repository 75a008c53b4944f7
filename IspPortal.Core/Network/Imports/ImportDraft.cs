using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Imports;

/// <summary>One thing found on the router, what would become of it, and the customer it belongs to as the file says.</summary>
internal sealed class ImportDraft
{
    public Guid RunId { get; set; }

    public int Number { get; set; }

    public FoundKind Kind { get; set; }

    public AccessService Service { get; set; }

    public required string Name { get; set; }

    public string? ItemId { get; set; }

    public string? Profile { get; set; }

    public string? FixedAddress { get; set; }

    public string? CallerId { get; set; }

    public string? RateLimit { get; set; }

    public string? AddressList { get; set; }

    /// <summary>As the router showed it; null: unknown.</summary>
    public string? Password { get; set; }

    public bool IsDisabled { get; set; }

    public string? Comment { get; set; }

    public ImportVerdict Verdict { get; set; }

    public string? ProblemCode { get; set; }

    public string? ProblemDetail { get; set; }

    public MatchedBy? MatchedBy { get; set; }

    public string? CustomerNumber { get; set; }

    public string? CustomerName { get; set; }

    public string? CustomerPhone { get; set; }

    /// <summary>The plan's profile as the file says; used where the router only says isolir.</summary>
    public string? CustomerProfile { get; set; }

    /// <summary>Whether a person (or the match) wants it taken.</summary>
    public bool IsChosen { get; set; }

    /// <summary>The line that came of it; null: not taken.</summary>
    public Guid? AccessId { get; set; }

    /// <summary>Whether it can be taken at all.</summary>
    public bool CanBeTaken => Verdict is ImportVerdict.Matched or ImportVerdict.Unmatched or ImportVerdict.Doubled;
}
