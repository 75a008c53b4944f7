namespace IspPortal.Core.Settings;

/// <summary>Who runs this network.</summary>
public sealed record CompanySettings
{
    /// <summary>The name on pages and documents.</summary>
    public string Name { get; init; } = "IspPortal";

    /// <summary>IANA name of the one zone that decides every due date and usage day.</summary>
    public string BusinessZone { get; init; } = "Asia/Jakarta";

    /// <summary>The language of those who chose none: <c>id-ID</c> or <c>en</c>.</summary>
    [OneOf("id-ID", "en")]
    public string DefaultLanguage { get; init; } = "id-ID";

    /// <summary>What a customer calls, or empty.</summary>
    public string SupportPhone { get; init; } = "";

    /// <summary>Where a customer writes, or empty.</summary>
    public string SupportEmail { get; init; } = "";

    /// <summary>The postal address in one line, or empty.</summary>
    public string Address { get; init; } = "";
}
