using IspPortal.Core.Audit;

namespace IspPortal.Core.Settings;

/// <summary>The one row of the company's logo.</summary>
[Audited("company-logo")]
internal sealed class CompanyLogo
{
    /// <summary>There is one company.</summary>
    public static Guid OnlyId { get; } = new("019ac000-0000-7000-8000-00000000c090");

    public required Guid Id { get; init; }

    public required string MediaType { get; set; }

    [NotAudited]
    public required byte[] Content { get; set; }

    public int Bytes { get; set; }

    public long Version { get; set; }
}
